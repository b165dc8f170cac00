package io.ratel.adapters.postgres.access;

import io.ratel.adapters.postgres.Database;
import io.ratel.security.audit.Act;
import io.ratel.security.audit.Link;
import io.ratel.security.rate.Holder;
import io.ratel.security.rate.Rate;
import io.ratel.security.rate.Rates;
import io.ratel.security.rate.RatesStore;
import io.ratel.security.rate.Tier;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jooq.DSLContext;
import org.jooq.Record;

/** The rates that an operator has set, in schema {@code platform}. Any thread. */
public final class PostgresRates implements RatesStore {
  private final DSLContext sql;
  private final PostgresAudit audit;

  public PostgresRates(Database database, PostgresAudit audit) {
    this.sql = database.sql();
    this.audit = audit;
  }

  @Override
  public Rates read(Rates otherwise) {
    return read(sql, otherwise);
  }

  private static Rates read(DSLContext from, Rates otherwise) {
    Rates rates = otherwise;
    for (Record row : from.fetch("select * from platform.rates")) {
      Optional<Tier> tier = Tier.of(row.get("tier", String.class));
      Optional<Holder> holder = Holder.of(row.get("holder", String.class));
      if (tier.isPresent() && holder.isPresent()) { // else a newer version's
        Rate rate =
            new Rate(
                row.get("burst", Integer.class),
                row.get("average", Integer.class),
                row.get("period_s", Integer.class));
        rates = rates.with(tier.get(), holder.get(), rate);
      }
    }
    return rates;
  }

  private record Written(Rates rates, Link link) {}

  @Override
  public Rates write(Rates otherwise, List<Change> changes, BiFunction<Rates, Rates, Act> act) {
    Written written =
        sql.transactionResult(
            configuration -> {
              DSLContext inside = configuration.dsl();
              inside.execute("lock table platform.rates in share row exclusive mode");
              Rates before = read(inside, otherwise);
              for (Change change : changes) {
                write(inside, change);
              }
              Rates after = read(inside, otherwise);
              return new Written(after, audit.append(inside, act.apply(before, after)));
            });
    audit.committed(written.link());
    return written.rates();
  }

  private static void write(DSLContext inside, Change change) {
    inside.execute(
        "insert into platform.rates (tier, holder, burst, average, period_s)"
            + " values (?, ?, ?, ?, ?) on conflict (tier, holder) do update set"
            + " burst = excluded.burst, average = excluded.average,"
            + " period_s = excluded.period_s, changed_at = now()",
        change.tier().label(),
        change.holder().label(),
        change.rate().burst(),
        change.rate().average(),
        change.rate().periodS());
  }
}
