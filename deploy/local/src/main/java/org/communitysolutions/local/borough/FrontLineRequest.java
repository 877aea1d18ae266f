package org.communitysolutions.local.borough;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.communitysolutions.local.Rest;
import org.communitysolutions.local.RunningPlatform;
import org.communitysolutions.local.Service;

/** Requests that front-line apps make most; each about one household, or about none. */
enum FrontLineRequest {
    HOUSEHOLD("front-door", 80) {
        @Override
        Rest.Answer send(Rest rest, RunningPlatform platform, UUID household) {
            return rest.get(account(), address(platform, Service.INTAKE, "households/" + household));
        }
    },
    ONE_VIEW("universal-worker", 80) {
        @Override
        Rest.Answer send(Rest rest, RunningPlatform platform, UUID household) {
            return rest.get(account(), address(platform, Service.RISK, "households/" + household + "/one-view"));
        }
    },
    TEAM_QUEUE("debt-adviser", 80) {
        @Override
        Rest.Answer send(Rest rest, RunningPlatform platform, UUID household) {
            return rest.get(account(), address(platform, Service.CASE_MANAGEMENT, "teams/debt/tasks?limit=25"));
        }
    },
    /** Audited, told as an event, carried to risk, weighed by all rules. */
    NEED_RECORDED("front-door", 80) {
        @Override
        Rest.Answer send(Rest rest, RunningPlatform platform, UUID household) {
            return rest.post(
                    account(),
                    address(platform, Service.INTAKE, "households/" + household + "/needs"),
                    Map.of("need", "digital-exclusion", "severity", "low"),
                    UUID.randomUUID());
        }
    },
    /** Over all households that risk holds. */
    SEGMENT_QUERY("team-manager", 4) {
        @Override
        Rest.Answer send(Rest rest, RunningPlatform platform, UUID household) {
            return rest.post(
                    account(),
                    address(platform, Service.RISK, "segments/query"),
                    Map.of(
                            "where",
                            Map.of(
                                    "all",
                                    List.of(
                                            Map.of("factor", Map.of("code", "private-rent")),
                                            Map.of("factor", Map.of("code", "council-tax-arrears"))))),
                    UUID.randomUUID());
        }
    };

    private final String account;
    private final int perSecond;

    FrontLineRequest(String account, int perSecond) {
        this.account = account;
        this.perSecond = perSecond;
    }

    /** Makes it once. */
    abstract Rest.Answer send(Rest rest, RunningPlatform platform, UUID household);

    String account() {
        return account;
    }

    /** How often a second it is made when measured: as often as one account may, or as bears some sense. */
    int perSecond() {
        return perSecond;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static URI address(RunningPlatform platform, Service service, String path) {
        return platform.address(service).resolve("/api/" + service.code() + "/v1/" + path);
    }
}
