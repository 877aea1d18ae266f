package org.communitysolutions.employment.job.domain;

/** Where a job stands. What can be done with it is what its state has a method for. */
public sealed interface JobState permits InWork, Lost {

    Job job();
}
