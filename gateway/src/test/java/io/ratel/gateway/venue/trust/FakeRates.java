package io.ratel.gateway.venue.trust;

import io.ratel.security.audit.Act;
import io.ratel.security.rate.Rates;
import io.ratel.security.rate.RatesStore;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** Rates in memory. */
public final class FakeRates implements RatesStore {
  private final FakeAudit audit;
  private final List<Change> all = new ArrayList<>();

  public FakeRates(FakeAudit audit) {
    this.audit = audit;
  }

  @Override
  public synchronized Rates read(Rates otherwise) {
    Rates rates = otherwise;
    for (Change change : all) {
      rates = rates.with(change.tier(), change.holder(), change.rate());
    }
    return rates;
  }

  @Override
  public synchronized Rates write(
      Rates otherwise, List<Change> changes, BiFunction<Rates, Rates, Act> act) {
    Rates before = read(otherwise);
    all.addAll(changes);
    Rates after = read(otherwise);
    Act written = act.apply(before, after);
    if (written != FakeAudit.ACT) {
      audit.append(written);
    }
    return after;
  }
}
