package io.ratel.benchmarks.venue;

import io.ratel.adapters.aeron.ExchangeClient;
import io.ratel.adapters.aeron.ExchangeNode;
import io.ratel.adapters.aeron.LogConfig;
import io.ratel.adapters.aeron.RecordedEvents;
import io.ratel.adapters.aeron.thread.EngineThreads;
import io.ratel.exchange.Reply;
import io.ratel.exchange.command.Command;
import io.ratel.model.order.Side;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An exchange behind its log in this process, with one market and one account. */
public final class LogVenue implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LogVenue.class);

  private final ExchangeNode node;
  private final ExchangeClient client;
  private final Market market;
  private final AtomicLong orders = new AtomicLong();

  /**
   * Starts in an empty folder, as a laptop does.
   *
   * @param fsync whether an acknowledgement means on disk
   */
  public LogVenue(Path directory, boolean fsync) {
    this(directory, fsync, LogConfig.Idle.WAKE, EngineThreads.FREE);
  }

  /** Starts with the engine's threads as they are wanted. */
  public LogVenue(Path directory, boolean fsync, LogConfig.Idle idle, EngineThreads threads) {
    LogConfig laptop = LogConfig.laptop(directory);
    node =
        ExchangeNode.launch(
            new LogConfig(
                laptop.directory(),
                laptop.host(),
                laptop.portBase(),
                fsync,
                idle,
                laptop.snapshotEveryCommands(),
                threads),
            e -> LOG.atWarn().setCause(e).log("the log's engine reports"));
    client = node.connectClient();
    market = Market.open(this::done);
  }

  /**
   * Places the next order, a buy or a sell of the same in turn, and returns when it is
   * acknowledged. From any thread.
   */
  public void order() {
    Side side = orders.incrementAndGet() % 2 == 0 ? Side.SELL : Side.BUY;
    done(market.limit(side, Market.MIDDLE, 10));
  }

  private Reply done(Command command) {
    Reply reply = client.submit(command);
    if (reply.refused()) {
      throw new IllegalStateException(command + " was refused: " + reply.reason());
    }
    return reply;
  }

  /** The number of the last event made. */
  public long sequence() {
    return node.sequence();
  }

  /** A reader of the recorded events, to be closed by the caller. */
  public RecordedEvents events() {
    return node.connectEvents();
  }

  @Override
  public void close() {
    client.close();
    node.close();
  }
}
