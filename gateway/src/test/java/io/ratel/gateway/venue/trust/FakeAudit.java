package io.ratel.gateway.venue.trust;

import io.ratel.security.audit.Act;
import io.ratel.security.audit.AuditLog;
import io.ratel.security.audit.AuditRecord;
import io.ratel.security.audit.Chain;
import io.ratel.security.audit.Link;
import io.ratel.security.audit.Outcome;
import io.ratel.security.audit.Verification;
import io.ratel.security.audit.Verifier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The audit log in memory. */
public final class FakeAudit implements AuditLog {
  public static final Act ACT =
      new Act(Instant.EPOCH, 0, "", "test", "", Outcome.DONE, "", "", "", "", "");

  public final List<AuditRecord> records = new ArrayList<>();
  public volatile boolean away;

  @Override
  public synchronized Link append(Act act) {
    if (away) {
      throw new IllegalStateException("the tables are away");
    }
    Link newest = records.isEmpty() ? Link.START : records.getLast().link();
    records.add(Chain.next(newest, act));
    return records.getLast().link();
  }

  /** What was done last. */
  public synchronized Act newest() {
    return records.getLast().act();
  }

  @Override
  public synchronized List<AuditRecord> read(Query query) {
    return records.reversed().stream()
        .filter(r -> query.from().filter(from -> r.act().at().isBefore(from)).isEmpty())
        .filter(r -> query.to().filter(to -> !r.act().at().isBefore(to)).isEmpty())
        .filter(r -> query.who().filter(who -> who != r.act().who()).isEmpty())
        .filter(r -> query.operation().filter(o -> !o.equals(r.act().operation())).isEmpty())
        .filter(r -> query.below().filter(below -> r.number() >= below).isEmpty())
        .limit(query.limit())
        .toList();
  }

  @Override
  public synchronized Verification verify() {
    Verifier verifier = new Verifier(List.of());
    records.forEach(verifier::take);
    return verifier.finish();
  }
}
