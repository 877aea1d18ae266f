package org.communitysolutions.planted.notice;

/** Planted: a name that says nothing. */
public class NoticeHelper {}
