package io.ratel.security.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Something that was done with power. When it is kept, time is cut to microseconds, and texts that
 * are too long are cut with an ellipsis.
 *
 * @param who the user's number; 0 when nobody is known
 * @param credential what proved it, such as {@code session 7f…} or {@code key 12}
 * @param operation its name in the API's document
 * @param resource what it was done to, as the request named it
 * @param request what was asked for, as JSON without secrets; empty when that says nothing
 * @param before the resource as it was, as JSON; empty when that is not known
 * @param after the resource as it then was
 * @param rayId finds the request in the log
 * @param address where the request came from
 */
public record Act(
    Instant at,
    long who,
    String credential,
    String operation,
    String resource,
    Outcome outcome,
    String request,
    String before,
    String after,
    String rayId,
    String address) {
  private static final int MAX_NAME = 256;
  private static final int MAX_RESOURCE = 1_024;
  private static final int MAX_JSON = 16_384;

  /** What can be kept of it: a table must give back what the hash is made of. */
  Act kept() {
    return new Act(
        at.truncatedTo(ChronoUnit.MICROS),
        who,
        clean(credential, MAX_NAME),
        clean(operation, MAX_NAME),
        clean(resource, MAX_RESOURCE),
        outcome,
        clean(request, MAX_JSON),
        clean(before, MAX_JSON),
        clean(after, MAX_JSON),
        clean(rayId, MAX_NAME),
        clean(address, MAX_NAME));
  }

  private static String clean(String text, int max) {
    String kept = text.length() <= max ? text : text.substring(0, max - 1) + '…';
    byte[] bytes = kept.replace('\0', '?').getBytes(StandardCharsets.UTF_8);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** The same with what was there before and after. */
  public Act changing(String was, String is) {
    return new Act(
        at, who, credential, operation, resource, outcome, request, was, is, rayId, address);
  }
}
