package io.ratel.server.role;

import io.ratel.adapters.aeron.ExchangeClient;
import io.ratel.adapters.aeron.ExchangeNode;
import io.ratel.adapters.aeron.LogConfig;
import io.ratel.adapters.aeron.RecordedEvents;
import io.ratel.adapters.aeron.RecordedLog;
import io.ratel.gateway.wire.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The exchange behind its log in this process: takes commands, records events, and takes a snapshot
 * now and then, so that the next start has little to apply. It also tells the exchange that time
 * passes.
 */
final class ExchangeRole implements ExchangeAccess {
  private static final Logger LOG = LoggerFactory.getLogger(ExchangeRole.class);
  private static final Duration SNAPSHOT_TIMEOUT = Duration.ofSeconds(5);
  private static final long WORTH_A_SNAPSHOT = 2_000;

  private final LogConfig config;
  private final ExchangeNode node;
  private final ExchangeClient client;
  private final RecordedEvents events;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("snapshots").factory());
  private final ScheduledExecutorService ticker =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("passing-time").factory());
  private long commandsAtSnapshot;

  /** Starts the member and connects to it. */
  ExchangeRole(LogConfig config, Consumer<Throwable> onError) {
    this.config = config;
    node = ExchangeNode.launch(config, onError);
    client = node.connectClient();
    events = node.connectEvents();
    clock.scheduleWithFixedDelay(this::snapshotWhenDue, 5, 5, TimeUnit.SECONDS);
    PassingTime time =
        new PassingTime(client, node::commands, node::nextDueNs, () -> Times.nanos(Instant.now()));
    ticker.scheduleWithFixedDelay(
        time::pass, PassingTime.ASK_MS, PassingTime.ASK_MS, TimeUnit.MILLISECONDS);
  }

  @Override
  public ExchangeClient orderEntry() {
    return client;
  }

  @Override
  public RecordedEvents events() {
    return events;
  }

  @Override
  public RecordedLog history() {
    return node.connectLog(permille -> {});
  }

  private void snapshotWhenDue() {
    if (node.commands() - commandsAtSnapshot >= config.snapshotEveryCommands()) {
      snapshot();
    }
  }

  private void snapshot() {
    long commands = node.commands();
    long started = System.nanoTime();
    if (node.snapshot(SNAPSHOT_TIMEOUT)) {
      commandsAtSnapshot = commands;
      LOG.atInfo()
          .addKeyValue("sequence", node.sequence())
          .addKeyValue("ms", (System.nanoTime() - started) / 1_000_000)
          .log("snapshot taken");
    } else {
      LOG.atWarn().log("a snapshot was not taken in time");
    }
  }

  @Override
  public void close() {
    ticker.shutdownNow();
    clock.shutdownNow();
    if (node.commands() - commandsAtSnapshot >= WORTH_A_SNAPSHOT) {
      snapshot();
    }
    node.state(SNAPSHOT_TIMEOUT)
        .ifPresent(
            state ->
                LOG.atInfo()
                    .addKeyValue("sequence", state.sequence())
                    .addKeyValue("stateHash", state.hash())
                    .log("the exchange stops"));
    events.close();
    client.close();
    node.close();
  }
}
