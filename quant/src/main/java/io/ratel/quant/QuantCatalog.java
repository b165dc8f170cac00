package io.ratel.quant;

import io.ratel.quant.covariance.Covariances;
import io.ratel.quant.function.QuantFunction;
import io.ratel.quant.pricing.Pricing;
import io.ratel.quant.risk.Risks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Every function there is, by area and name. */
public final class QuantCatalog {
  private final TreeMap<String, QuantFunction<?, ?>> byName = new TreeMap<>();

  private QuantCatalog(Iterable<QuantFunction<?, ?>> functions) {
    for (QuantFunction<?, ?> function : functions) {
      String name = function.area() + "/" + function.name();
      if (byName.put(name, function) != null) {
        throw new IllegalStateException("two functions are called " + name);
      }
    }
  }

  /**
   * All of ours.
   *
   * @throws IllegalStateException when two have one name
   */
  public static QuantCatalog load() {
    List<QuantFunction<?, ?>> all = new ArrayList<>(Pricing.functions());
    all.addAll(Risks.functions());
    all.addAll(Covariances.functions());
    return new QuantCatalog(all);
  }

  public Optional<QuantFunction<?, ?>> find(String area, String name) {
    return Optional.ofNullable(byName.get(area + "/" + name));
  }

  /** By area and name. */
  public List<QuantFunction<?, ?>> all() {
    return List.copyOf(byName.values());
  }
}
