package org.communitysolutions.planted.duty.events;

import org.communitysolutions.planted.duty.api.ReadsRows;

/** Planted: an adapter that knows another. */
public class AnswersRequests {
    ReadsRows resource;
}
