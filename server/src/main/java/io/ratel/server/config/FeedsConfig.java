package io.ratel.server.config;

import io.ratel.adapters.live.LiveFeeds;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The live feeds to run.
 *
 * @param fallback of each pair the venues to take its prices from, the first first
 */
public record FeedsConfig(List<LiveFeeds.Wanted> wanted, Map<String, List<String>> fallback) {
  public FeedsConfig {
    wanted = List.copyOf(wanted);
    fallback = new LinkedHashMap<>(fallback);
  }

  public boolean any() {
    return !wanted.isEmpty();
  }
}
