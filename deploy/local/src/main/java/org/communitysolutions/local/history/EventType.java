package org.communitysolutions.local.history;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.communitysolutions.local.Service;

/** The events of the catalogue that happen in the history, named as there. */
public enum EventType {
    HOUSEHOLD_REGISTERED(Service.INTAKE),
    HOUSEHOLD_DETAILS_CHANGED(Service.INTAKE),
    CONTACT_RECEIVED(Service.INTAKE),
    CONTACT_TRIAGED(Service.INTAKE),
    NEED_IDENTIFIED(Service.INTAKE),
    NEED_RESOLVED(Service.INTAKE),
    REFERRAL_RECEIVED(Service.INTAKE),
    DOMESTIC_ABUSE_DISCLOSED(Service.INTAKE, true),

    CASE_OPENED(Service.CASE_MANAGEMENT),
    LEAD_WORKER_ASSIGNED(Service.CASE_MANAGEMENT),
    ASSESSMENT_COMPLETED(Service.CASE_MANAGEMENT),
    PLAN_AGREED(Service.CASE_MANAGEMENT),
    GOAL_MET(Service.CASE_MANAGEMENT),
    FAMILY_OUTCOME_ACHIEVED(Service.CASE_MANAGEMENT),
    CASE_CLOSED(Service.CASE_MANAGEMENT),
    TASK_CREATED(Service.CASE_MANAGEMENT),
    TASK_CLAIMED(Service.CASE_MANAGEMENT),
    TASK_COMPLETED(Service.CASE_MANAGEMENT),
    SAFEGUARDING_REFERRAL_MADE(Service.CASE_MANAGEMENT, true),

    COUNCIL_TAX_INSTALMENT_MISSED(Service.DEBT_ADVICE),
    COUNCIL_TAX_STAGE_REACHED(Service.DEBT_ADVICE),
    RENT_ARREARS_CHANGED(Service.DEBT_ADVICE),
    ARREARS_CLEARED(Service.DEBT_ADVICE),
    DEBT_CASE_OPENED(Service.DEBT_ADVICE),
    DEBT_CASE_CLOSED(Service.DEBT_ADVICE),
    BUDGET_ASSESSED(Service.DEBT_ADVICE),
    BREATHING_SPACE_STARTED(Service.DEBT_ADVICE),
    BREATHING_SPACE_ENDED(Service.DEBT_ADVICE),
    DEBT_SOLUTION_AGREED(Service.DEBT_ADVICE),
    CRISIS_PAYMENT_AWARDED(Service.DEBT_ADVICE),

    HOMELESSNESS_APPROACH_MADE(Service.HOMELESSNESS_PREVENTION),
    NOTICE_SERVED(Service.HOMELESSNESS_PREVENTION),
    DUTY_ACCEPTED(Service.HOMELESSNESS_PREVENTION),
    DUTY_ENDED(Service.HOMELESSNESS_PREVENTION),
    HOUSING_PLAN_AGREED(Service.HOMELESSNESS_PREVENTION),
    HOMELESSNESS_PREVENTED(Service.HOMELESSNESS_PREVENTION),
    TEMPORARY_ACCOMMODATION_PLACED(Service.HOMELESSNESS_PREVENTION),
    TEMPORARY_ACCOMMODATION_LEFT(Service.HOMELESSNESS_PREVENTION),

    JOB_LOST(Service.EMPLOYMENT_OUTCOMES),
    PARTICIPANT_ENROLLED(Service.EMPLOYMENT_OUTCOMES),
    JOB_STARTED(Service.EMPLOYMENT_OUTCOMES),
    JOB_SUSTAINED(Service.EMPLOYMENT_OUTCOMES),

    VOLUNTEER_MATCHED(Service.VOLUNTEER_COORDINATION),
    MATCH_ENDED(Service.VOLUNTEER_COORDINATION),
    HOURS_LOGGED(Service.VOLUNTEER_COORDINATION);

    private final Service service;
    private final boolean restricted;
    private final String code;
    private final String topic;

    EventType(Service service) {
        this(service, false);
    }

    EventType(Service service, boolean restricted) {
        this.service = service;
        this.restricted = restricted;
        this.code = name().toLowerCase(Locale.ROOT).replace('_', '-');
        this.topic = service.code() + ".events" + (restricted ? ".restricted" : "");
    }

    /** Where it is published, for instance {@code intake.events.restricted}. */
    public String topic() {
        return topic;
    }

    /** All topics that a history is published on. */
    static Set<String> topics() {
        return Arrays.stream(values()).map(EventType::topic).collect(Collectors.toUnmodifiableSet());
    }

    /** Its contract under {@code contracts/} without the ending, for instance {@code intake/events/need-resolved.v1}. */
    String contract() {
        return service.code() + "/events/" + code + ".v1";
    }

    /** Value of the header {@code ce_source}. */
    String source() {
        return "/" + service.code();
    }

    /** Value of the header {@code ce_type}. */
    String type() {
        return "org.communitysolutions." + service.code() + "." + code + ".v1";
    }

    /** Value of the header {@code ce_dataschema}. */
    String dataSchema() {
        return "https://community-solutions.example/contracts/" + contract() + ".schema.json";
    }

    /** Value of the header {@code ce_sensitivity}. */
    String sensitivity() {
        return restricted ? "restricted" : "standard";
    }
}
