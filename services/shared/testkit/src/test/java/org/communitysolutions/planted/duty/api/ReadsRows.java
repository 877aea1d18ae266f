package org.communitysolutions.planted.duty.api;

import org.communitysolutions.planted.duty.persistence.DutyRow;

/** Planted: REST that goes round the use case. */
public class ReadsRows {
    DutyRow row;
}
