package io.ratel.gateway.audit;

import io.ratel.gateway.operation.Answer;
import io.ratel.gateway.operation.Caller;
import io.ratel.gateway.operation.ErrorCode;
import io.ratel.gateway.operation.Field;
import io.ratel.gateway.operation.Items;
import io.ratel.gateway.operation.Nothing;
import io.ratel.gateway.operation.Operation;
import io.ratel.gateway.operation.RefusedException;
import io.ratel.gateway.operation.Shape;
import io.ratel.gateway.request.Cursor;
import io.ratel.security.audit.Act;
import io.ratel.security.audit.AuditLog;
import io.ratel.security.audit.AuditRecord;
import io.ratel.security.audit.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The audit log, for operators. */
public final class AuditResource {
  private record Asked(
      @Field("The earliest time.") Optional<Instant> from,
      @Field("The first time that is not wanted.") Optional<Instant> to,
      @Field(
              value = "The number of a user; 0 for nobody known.",
              pattern = "\\d{1,18}",
              rule = "must be the number of a user")
          Optional<String> who,
      @Field("An operation's name in this document.") Optional<String> operation,
      @Field("The next of an earlier page.") Optional<String> cursor,
      @Field(min = 1, max = Cursor.MAX_LIMIT) Optional<Integer> limit) {}

  /**
   * One record.
   *
   * @param who a user's number, null when nobody is known
   * @param request what was asked for, as JSON; null like the others when that says nothing
   * @param before the resource as it was
   * @param after the resource as it then was
   */
  private record WireAuditRecord(
      String id,
      Instant time,
      @Nullable String who,
      String credential,
      String operation,
      String resource,
      Outcome outcome,
      @Nullable String request,
      @Nullable String before,
      @Nullable String after,
      String rayId,
      String address,
      String hash) {
    static WireAuditRecord of(AuditRecord record) {
      Act act = record.act();
      return new WireAuditRecord(
          Long.toString(record.number()),
          act.at(),
          act.who() == 0 ? null : Long.toString(act.who()),
          act.credential(),
          act.operation(),
          act.resource(),
          act.outcome(),
          filled(act.request()),
          filled(act.before()),
          filled(act.after()),
          act.rayId(),
          act.address(),
          record.hash());
    }

    private static @Nullable String filled(String text) {
      return text.isEmpty() ? null : text;
    }
  }

  private final AuditLog log;

  public AuditResource(AuditLog log) {
    this.log = log;
  }

  public List<Operation<?, ?>> operations() {
    return List.of(
        Operation.get("listAudit", "/v1/audit", "What was done with power, the newest first.")
            .answers(Asked.class, 200, Shape.listOf(WireAuditRecord.class), this::list),
        Operation.get(
                "verifyAudit",
                "/v1/audit/verification",
                "Walks the whole log and names the first record that was altered or is missing.")
            .answers(Nothing.class, 200, Shape.of(WireAuditVerification.class), this::verify));
  }

  private Answer<Items<WireAuditRecord>> list(Asked asked, Caller operator) {
    if (asked.from().isPresent() && asked.to().isPresent()) {
      if (!asked.from().get().isBefore(asked.to().get())) {
        throw RefusedException.value(
            ErrorCode.INVALID_FIELD, "to", asked.to().get().toString(), "must be after from");
      }
    }
    int limit = asked.limit().orElse(Cursor.DEFAULT_LIMIT);
    List<AuditRecord> found =
        log.read(
            new AuditLog.Query(
                asked.from(),
                asked.to(),
                asked.who().map(Long::parseLong),
                asked.operation(),
                Cursor.before(asked.cursor()),
                limit + 1));
    boolean more = found.size() > limit;
    List<AuditRecord> page = more ? found.subList(0, limit) : found;
    return Answer.ok(
        new Items<>(
            page.stream().map(WireAuditRecord::of).toList(),
            more ? Long.toString(page.getLast().number()) : null));
  }

  private Answer<WireAuditVerification> verify(Nothing query, Caller operator) {
    return Answer.ok(WireAuditVerification.of(log.verify()));
  }
}
