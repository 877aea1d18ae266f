package org.communitysolutions.risk.outreach.api;

import jakarta.validation.constraints.NotNull;
import org.communitysolutions.shared.web.PlainText;

/** Why a proposal is declined. */
record DecliningRequest(@NotNull @PlainText(max = 500) String why) {}
