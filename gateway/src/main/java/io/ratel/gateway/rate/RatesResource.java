package io.ratel.gateway.rate;

import io.ratel.gateway.audit.AuditTrail;
import io.ratel.gateway.operation.Answer;
import io.ratel.gateway.operation.Caller;
import io.ratel.gateway.operation.ErrorCode;
import io.ratel.gateway.operation.Field;
import io.ratel.gateway.operation.Json;
import io.ratel.gateway.operation.Nothing;
import io.ratel.gateway.operation.Operation;
import io.ratel.gateway.operation.RefusedException;
import io.ratel.gateway.operation.Shape;
import io.ratel.security.rate.CurrentRates;
import io.ratel.security.rate.Holder;
import io.ratel.security.rate.Rate;
import io.ratel.security.rate.Rates;
import io.ratel.security.rate.RatesStore.Change;
import io.ratel.security.rate.Tier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The rates of all nodes, for operators. */
public final class RatesResource {
  private static final String PATH = "/v1/limits/rates";

  private record OneRate(
      Tier tier,
      @Field("A licence, or all who come from one address.") Holder holder,
      @Field(value = "How much at once after a rest.", min = 1, max = Rate.MAX_BURST) Integer burst,
      @Field(value = "How much in each period.", min = 1, max = Rate.MAX_AVERAGE) Integer average,
      @Field(value = "In seconds.", min = 1, max = Rate.MAX_PERIOD_S) Integer periodS) {
    static OneRate of(Tier tier, Holder holder, Rate rate) {
      return new OneRate(tier, holder, rate.burst(), rate.average(), rate.periodS());
    }
  }

  private record SomeRates(@Field("Those that are not named stay.") List<OneRate> rates) {}

  private record AllRates(List<OneRate> rates) {
    static AllRates of(Rates rates) {
      List<OneRate> all = new ArrayList<>();
      for (Tier tier : Tier.values()) {
        for (Holder holder : Holder.values()) {
          all.add(OneRate.of(tier, holder, rates.of(tier, holder)));
        }
      }
      return new AllRates(all);
    }
  }

  private final CurrentRates rates;
  private final AuditTrail audit;

  public RatesResource(CurrentRates rates, AuditTrail audit) {
    this.rates = rates;
    this.audit = audit;
  }

  public List<Operation<?, ?>> operations() {
    return List.of(
        Operation.get("getRates", PATH, "How much may be asked, by tier and licence.")
            .answers(Nothing.class, 200, Shape.of(AllRates.class), this::get),
        Operation.put("setRates", PATH, "Sets some rates for all nodes, within a second.")
            .auditsItself()
            .answers(SomeRates.class, 200, Shape.of(AllRates.class), this::set));
  }

  private Answer<AllRates> get(Nothing query, Caller operator) {
    return Answer.ok(AllRates.of(rates.get()));
  }

  private Answer<AllRates> set(SomeRates wanted, Caller operator) {
    List<Change> changes = changes(wanted.rates());
    Rates set =
        rates.change(
            changes,
            (before, after) ->
                audit
                    .done(operator, "setRates", PATH, Json.text(wanted))
                    .changing(Json.text(AllRates.of(before)), Json.text(AllRates.of(after))));
    return Answer.ok(AllRates.of(set));
  }

  private static List<Change> changes(List<OneRate> wanted) {
    if (wanted.isEmpty()) {
      throw invalid("rates", "[]", "must name at least one rate");
    }
    List<Change> changes = new ArrayList<>();
    Set<String> named = new HashSet<>();
    for (int i = 0; i < wanted.size(); i++) {
      OneRate one = wanted.get(i);
      String name = one.tier().label() + " " + one.holder().label();
      if (!named.add(name)) {
        throw invalid("rates[" + i + "]", name, "must be named once");
      }
      try {
        Rate rate = new Rate(one.burst(), one.average(), one.periodS());
        changes.add(new Change(one.tier(), one.holder(), rate));
      } catch (IllegalArgumentException e) {
        throw invalid(
            "rates[" + i + "].average",
            one.average().toString(),
            "must be at least one a minute and at most 1,000,000 a second");
      }
    }
    return changes;
  }

  private static RefusedException invalid(String field, String value, String rule) {
    return RefusedException.value(ErrorCode.INVALID_FIELD, field, value, rule);
  }
}
