package io.ratel.security.rate;

import io.ratel.security.identity.License;
import java.util.EnumMap;
import java.util.Map;

/** Every rate: one for each tier and holder. */
public record Rates(Map<Tier, Map<Holder, Rate>> byTier) {
  /** What one API key may take of its user's rate, so that the rest stays for the user's page. */
  private static final int KEY_PERCENT = 75;

  /** For doors that only this machine can reach: as good as none. */
  public static final Rates LAPTOP = of(tier -> holder -> new Rate(100_000, 100_000, 1));

  /** For doors that others can reach, until an operator sets others. */
  public static final Rates STANDARD = of(tier -> holder -> standard(tier, holder));

  private interface ByHolder {
    Rate of(Holder holder);
  }

  private interface ByTier {
    ByHolder of(Tier tier);
  }

  /**
   * @throws IllegalArgumentException when one is missing
   */
  public Rates {
    Map<Tier, Map<Holder, Rate>> copy = new EnumMap<>(Tier.class);
    for (Tier tier : Tier.values()) {
      Map<Holder, Rate> rates = new EnumMap<>(byTier.getOrDefault(tier, Map.of()));
      for (Holder holder : Holder.values()) {
        if (!rates.containsKey(holder)) {
          throw new IllegalArgumentException(
              "there must be a rate for " + tier.label() + " " + holder.label());
        }
      }
      copy.put(tier, rates);
    }
    byTier = copy;
  }

  private static Rates of(ByTier rates) {
    Map<Tier, Map<Holder, Rate>> all = new EnumMap<>(Tier.class);
    for (Tier tier : Tier.values()) {
      Map<Holder, Rate> some = new EnumMap<>(Holder.class);
      for (Holder holder : Holder.values()) {
        some.put(holder, rates.of(tier).of(holder));
      }
      all.put(tier, some);
    }
    return new Rates(all);
  }

  private static Rate standard(Tier tier, Holder holder) {
    return switch (tier) {
      case API ->
          switch (holder) {
            case FREE -> new Rate(120, 1_200, 60);
            case PRO -> new Rate(600, 6_000, 60);
            case ENTERPRISE -> new Rate(3_000, 60_000, 60);
            case ADDRESS -> new Rate(6_000, 90_000, 60);
          };
      case STREAM ->
          switch (holder) {
            case FREE -> new Rate(400, 1_200, 60);
            case PRO -> new Rate(1_000, 6_000, 60);
            case ENTERPRISE -> new Rate(5_000, 30_000, 60);
            case ADDRESS -> new Rate(10_000, 60_000, 60);
          };
      case STATIC ->
          holder == Holder.ADDRESS ? new Rate(2_000, 12_000, 60) : new Rate(400, 2_400, 60);
    };
  }

  public Rate of(Tier tier, Holder holder) {
    Rate rate = byTier.getOrDefault(tier, Map.of()).get(holder);
    if (rate == null) {
      throw new IllegalStateException("there is no rate for " + tier + " " + holder);
    }
    return rate;
  }

  public Rate of(Tier tier, License license) {
    return of(tier, Holder.of(license));
  }

  /** What one API key of a user of this license may take. */
  public Rate ofKey(Tier tier, License license) {
    return of(tier, license).percent(KEY_PERCENT);
  }

  /** The same with another rate in one place. */
  public Rates with(Tier tier, Holder holder, Rate rate) {
    return of(t -> h -> t == tier && h == holder ? rate : of(t, h));
  }
}
