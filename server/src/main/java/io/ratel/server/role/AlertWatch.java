package io.ratel.server.role;

import io.micrometer.core.instrument.MeterRegistry;
import io.ratel.adapters.postgres.Database;
import io.ratel.adapters.postgres.alert.AlertFollower;
import io.ratel.adapters.postgres.alert.PostgresAlerts;
import io.ratel.gateway.topic.AlertNews;
import io.ratel.marketdata.MarketViews;
import io.ratel.marketdata.alert.Alerts;
import io.ratel.marketdata.indicator.IndicatorCatalog;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Users' alerts beside the markets of this process, and the news of those that fire anywhere. */
public final class AlertWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AlertWatch.class);

  private final Database tables;
  private final IndicatorCatalog indicators = IndicatorCatalog.load();
  private final PostgresAlerts store;
  private final Alerts alerts;
  private @Nullable AlertFollower follower;

  /** Watches from now on. */
  public AlertWatch(Database tables, MarketViews markets, MeterRegistry registry) {
    this.tables = tables;
    this.store = new PostgresAlerts(tables, indicators);
    this.alerts =
        new Alerts(
            store,
            markets,
            indicators,
            fault -> LOG.atWarn().setCause(fault).log("an alert is in trouble"),
            System::nanoTime);
    registry.gauge("ratel.alerts.dropped", alerts, Alerts::dropped);
    registry.gauge("ratel.alerts.watched", alerts, Alerts::watching);
  }

  public PostgresAlerts store() {
    return store;
  }

  public Alerts alerts() {
    return alerts;
  }

  public IndicatorCatalog indicators() {
    return indicators;
  }

  /** Tells what fires from now on. */
  public void tell(AlertNews news) {
    follower = new AlertFollower(tables, store, news);
  }

  @Override
  public void close() {
    alerts.close();
    if (follower != null) {
      follower.close();
    }
  }
}
