package io.ratel.marketdata.indicator;

import io.ratel.marketdata.indicator.average.Averages;
import io.ratel.marketdata.indicator.momentum.Oscillators;
import io.ratel.marketdata.indicator.momentum.Trends;
import io.ratel.marketdata.indicator.volatility.Channels;
import io.ratel.marketdata.indicator.volatility.Deviations;
import io.ratel.marketdata.indicator.volume.Volumes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** Every indicator there is, by name. */
public final class IndicatorCatalog {
  private final TreeMap<String, Indicator> byName = new TreeMap<>();

  private IndicatorCatalog(Iterable<Indicator> indicators) {
    for (Indicator indicator : indicators) {
      String name = indicator.spec().name();
      if (byName.put(name, indicator) != null) {
        throw new IllegalStateException(
            "two indicators are called " + name + "; the second is " + indicator.getClass());
      }
    }
  }

  /**
   * Ours and those that the class path names.
   *
   * @throws IllegalStateException when two have one name
   * @throws java.util.ServiceConfigurationError when one that is named cannot be made
   */
  public static IndicatorCatalog load() {
    List<Indicator> all = new ArrayList<>(Averages.all());
    all.addAll(Oscillators.all());
    all.addAll(Trends.all());
    all.addAll(Deviations.all());
    all.addAll(Channels.all());
    all.addAll(Volumes.all());
    ServiceLoader.load(Indicator.class).forEach(all::add);
    return new IndicatorCatalog(all);
  }

  public Optional<Indicator> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** By name. */
  public List<Indicator> all() {
    return List.copyOf(byName.values());
  }
}
