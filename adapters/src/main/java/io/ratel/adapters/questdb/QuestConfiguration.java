package io.ratel.adapters.questdb;

import io.questdb.DefaultTelemetryConfiguration;
import io.questdb.TelemetryConfiguration;
import io.questdb.cairo.DefaultCairoConfiguration;

/**
 * An engine for a few tables beside other engines in one process: small buffers, no telemetry.
 * Commits are not synced: what the machine loses with its power, our own log brings again.
 */
final class QuestConfiguration extends DefaultCairoConfiguration {
  private static final int PAGE = 256 * 1024;

  private final TelemetryConfiguration telemetry =
      new DefaultTelemetryConfiguration() {
        @Override
        public boolean getEnabled() {
          return false;
        }
      };

  QuestConfiguration(String root) {
    super(root);
  }

  @Override
  public TelemetryConfiguration getTelemetryConfiguration() {
    return telemetry;
  }

  @Override
  public long getDataAppendPageSize() {
    return PAGE;
  }

  @Override
  public long getWalDataAppendPageSize() {
    return PAGE;
  }

  @Override
  public int getO3ColumnMemorySize() {
    return PAGE;
  }

  @Override
  public int getWalTxnNotificationQueueCapacity() {
    return 256;
  }
}
