package io.ratel.gateway;

import io.ratel.gateway.http.Connections;
import io.ratel.gateway.http.Door;
import io.ratel.gateway.http.Limits;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import java.net.BindException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** The listening sockets, one server for each event loop, all on one port. */
final class Listeners {
  private static final int MAX_REQUEST_LINE = 4_096;

  /** Vert.x picks a free port for the first server and gives the others the same. */
  private static final int SHARED_FREE_PORT = -1;

  /** What the kernel holds for a peer that reads slowly is old when it arrives: keep it small. */
  private static final int SEND_BUFFER_BYTES = 128 << 10;

  private final Vertx vertx;
  private final GatewayConfig config;
  private final Door door;
  private final int loops;
  private final Connections connections;
  private volatile int port;

  Listeners(Vertx vertx, GatewayConfig config, Door door, Connections connections, int loops) {
    this.vertx = vertx;
    this.config = config;
    this.door = door;
    this.connections = connections;
    this.loops = loops;
    this.port = config.port();
  }

  int port() {
    return port;
  }

  void open() {
    for (int i = 0; i < loops; i++) {
      try {
        vertx.deployVerticle(new Listener()).toCompletionStage().toCompletableFuture().join();
      } catch (CompletionException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        if (cause instanceof BindException) {
          throw new PortInUseException(config.host(), config.port(), cause);
        }
        throw new IllegalStateException(
            "cannot listen on " + config.host() + ":" + config.port() + ": " + cause.getMessage(),
            cause);
      }
    }
  }

  private HttpServerOptions options() {
    Limits limits = config.limits();
    return new HttpServerOptions()
        .setHost(config.host())
        .setPort(config.port() == 0 ? SHARED_FREE_PORT : config.port())
        .setTcpNoDelay(true)
        .setReuseAddress(true)
        .setSendBufferSize(SEND_BUFFER_BYTES)
        .setIdleTimeout(limits.idleTimeoutMs())
        .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
        .setMaxInitialLineLength(MAX_REQUEST_LINE)
        .setMaxHeaderSize(limits.maxHeaderBytes())
        .setHttp2ClearTextEnabled(false)
        .setPerFrameWebSocketCompressionSupported(false)
        .setPerMessageWebSocketCompressionSupported(false)
        .setMaxWebSocketFrameSize(limits.maxFrameBytes())
        .setMaxWebSocketMessageSize(limits.maxFrameBytes())
        .addWebSocketSubProtocol("*");
  }

  private final class Listener extends VerticleBase {
    @Override
    public Future<?> start() {
      return vertx
          .createHttpServer(options())
          .requestHandler(door::handle)
          .invalidRequestHandler(door::invalid)
          .connectionHandler(connections::admit)
          .listen()
          .onSuccess(server -> port = server.actualPort());
    }
  }
}
