package io.ratel.server.role;

import io.ratel.adapters.aeron.LogConfig;
import io.ratel.exchange.EventLog;
import io.ratel.exchange.OrderEntry;
import io.ratel.exchange.reconciliation.ExchangeHistory;
import java.util.function.Consumer;

/** The way to the exchange, wherever it runs. */
public sealed interface ExchangeAccess extends AutoCloseable
    permits ExchangeRole, RemoteExchangeRole {
  OrderEntry orderEntry();

  EventLog events();

  ExchangeHistory history();

  @Override
  void close();

  /** Runs the exchange in this process. */
  static ExchangeAccess run(LogConfig config, Consumer<Throwable> onError) {
    return new ExchangeRole(config, onError);
  }

  /** Reaches the exchange of another process. */
  static ExchangeAccess reach(LogConfig config, Consumer<Throwable> onError) {
    return new RemoteExchangeRole(config, onError);
  }
}
