package io.ratel.server.config;

import io.ratel.adapters.clickhouse.ClickHouseConfig;
import io.ratel.adapters.polled.PolledSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The sources to ask, and where what they tell is kept.
 *
 * @param sources by the name that each is listed under
 * @param clickHouse empty where series stay beside the ticks
 */
public record SourcesConfig(
    Map<String, PolledSource> sources, Optional<ClickHouseConfig> clickHouse) {
  public SourcesConfig {
    sources = new LinkedHashMap<>(sources);
  }
}
