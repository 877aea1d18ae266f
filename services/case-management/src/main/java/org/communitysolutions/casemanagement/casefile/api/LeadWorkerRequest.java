package org.communitysolutions.casemanagement.casefile.api;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** Who shall hold the household: the subject of the worker's account. */
record LeadWorkerRequest(@NotNull UUID workerId) {}
