package org.throughline.reporting;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The reports and what each can be grouped by, in the order of its default grouping. */
public enum ReportName {
    VOLUME("volume", "opening date", "day,workType,route", "day,workType,route,queue,channel"),
    CYCLE_TIME("cycle-time", "closing date", "workType,route", "day,workType,route,queue,channel"),
    COMPLETION(
            "completion",
            "closing date for what ended, opening date for what opened",
            "workType,route",
            "day,workType,route,queue,channel"),
    SLA(
            "sla",
            "closing date for what closed; due date for what is open, whatever the period",
            "workType,queue",
            "day,workType,route,queue,channel"),
    BACKLOG("backlog", "open now; the period does not apply", "queue,workType", "queue,workType,route,channel"),
    AI_OVERSIGHT(
            "ai-oversight",
            "date the model said it",
            "modelVersion,workType",
            "day,function,source,modelVersion,workType"),
    PARTNER(
            "partner",
            "day on which the work was offered",
            "partner,workType,currency",
            "day,partner,workType,queue,unit,currency"),
    STRAIGHT_THROUGH("straight-through", "closing date", "workType", "day,workType,route,queue,channel"),
    COST("cost", "closing date", "workType", "day,workType,route,queue,channel"),
    CAPACITY("capacity", "the next five business days; the period does not apply", "queue,person", "queue,person"),
    UNCONFIRMED(
            "unconfirmed",
            "submitted and not confirmed now; the period does not apply",
            "request",
            "request,carrier,operation");

    private final String id;
    private final String dateCounted;
    private final String defaultGrouping;
    private final String groupings;

    ReportName(String id, String dateCounted, String defaultGrouping, String groupings) {
        this.id = id;
        this.dateCounted = dateCounted;
        this.defaultGrouping = defaultGrouping;
        this.groupings = groupings;
    }

    /** The report of this id, if there is one. */
    public static Optional<ReportName> of(String id) {
        return Arrays.stream(values()).filter(name -> name.id.equals(id)).findFirst();
    }

    /** Name in addresses: {@code cycle-time}. */
    public String id() {
        return id;
    }

    /** Which date of a request puts it into the period, for the reader of the report. */
    public String dateCounted() {
        return dateCounted;
    }

    public List<String> defaultGrouping() {
        return List.of(defaultGrouping.split(",", -1));
    }

    /** Everything that the report can be grouped by. */
    public List<String> groupings() {
        return List.of(groupings.split(",", -1));
    }
}
