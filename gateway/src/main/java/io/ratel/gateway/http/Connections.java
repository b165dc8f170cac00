package io.ratel.gateway.http;

import io.vertx.core.http.HttpConnection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The open HTTP connections, up to a bound. Safe for any thread. */
public final class Connections {
  private final int max;
  private final Set<HttpConnection> open = ConcurrentHashMap.newKeySet();

  public Connections(int max) {
    this.max = max;
  }

  /** Takes a new connection, or closes it when there are as many as may be. */
  public synchronized void admit(HttpConnection connection) {
    if (open.size() >= max) {
      connection.close();
      return;
    }
    open.add(connection);
    connection.closeHandler(ignored -> open.remove(connection));
  }

  /** Forgets a connection that became a WebSocket: it will not tell us when it closes. */
  public void upgraded(HttpConnection connection) {
    open.remove(connection);
  }
}
