package io.ratel.server.role;

import io.ratel.adapters.aeron.ExchangeClient;
import io.ratel.adapters.aeron.LogConfig;
import io.ratel.adapters.aeron.RecordedEvents;
import io.ratel.adapters.aeron.RecordedLog;
import io.ratel.adapters.aeron.RemoteExchange;
import java.util.function.Consumer;

/** The exchange when another process runs it. */
final class RemoteExchangeRole implements ExchangeAccess {
  private final RemoteExchange remote;
  private final ExchangeClient client;
  private final RecordedEvents events;

  RemoteExchangeRole(LogConfig config, Consumer<Throwable> onError) {
    remote = RemoteExchange.at(config, onError);
    client = remote.connectClient();
    events = remote.connectEvents();
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
    return remote.connectLog();
  }

  @Override
  public void close() {
    events.close();
    client.close();
    remote.close();
  }
}
