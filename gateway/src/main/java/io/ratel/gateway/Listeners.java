package io.ratel.gateway;

import io.ratel.gateway.http.Limits;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.ServerSSLOptions;
import java.net.BindException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** The listening sockets of one door, one server for each event loop, all on one port. */
final class Listeners {
  private static final int MAX_REQUEST_LINE = 4_096;

  /** What the kernel holds for a peer that reads slowly is old when it arrives: keep it small. */
  private static final int SEND_BUFFER_BYTES = 128 << 10;

  private static final int HANDSHAKE_S = 10;

  /**
   * Which door it is. For each of these negative numbers Vert.x picks one free port, for the first
   * server, and gives the others the same.
   */
  enum Which {
    PUBLIC(-1),
    FLEET(-2),
    PLAIN(-3);

    private final int sharedFreePort;

    Which(int sharedFreePort) {
      this.sharedFreePort = sharedFreePort;
    }
  }

  /** Where requests go. */
  record Handlers(
      Handler<HttpServerRequest> request,
      Handler<HttpServerRequest> invalid,
      Handler<HttpConnection> connection) {}

  private final Vertx vertx;
  private final Which which;
  private final String host;
  private final Limits limits;
  private final Handlers handlers;
  private final Optional<ServerSSLOptions> tls;
  private final int asked;
  private final List<HttpServer> servers = new CopyOnWriteArrayList<>();
  private volatile int port;

  /**
   * @param tls without it plain HTTP is spoken
   */
  Listeners(
      Vertx vertx,
      Which which,
      String host,
      int port,
      Limits limits,
      Handlers handlers,
      Optional<ServerSSLOptions> tls) {
    this.vertx = vertx;
    this.which = which;
    this.host = host;
    this.limits = limits;
    this.handlers = handlers;
    this.tls = tls;
    this.asked = port;
    this.port = port;
  }

  int port() {
    return port;
  }

  void open(int loops) {
    for (int i = 0; i < loops; i++) {
      try {
        vertx.deployVerticle(new Listener()).toCompletionStage().toCompletableFuture().join();
      } catch (CompletionException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        if (cause instanceof BindException) {
          throw new PortInUseException(host, asked, cause);
        }
        throw new IllegalStateException(
            "cannot listen on " + host + ":" + asked + ": " + cause.getMessage(), cause);
      }
    }
  }

  /** Handshakes that begin from now on use these; open connections stay. Not on an event loop. */
  void change(ServerSSLOptions options) {
    for (HttpServer server : servers) {
      server
          .updateSSLOptions(options)
          .toCompletionStage()
          .toCompletableFuture()
          .orTimeout(HANDSHAKE_S, TimeUnit.SECONDS)
          .join();
    }
  }

  private HttpServerOptions options() {
    HttpServerOptions options =
        new HttpServerOptions()
            .setHost(host)
            .setPort(asked == 0 ? which.sharedFreePort : asked)
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
    tls.ifPresent(
        secure ->
            options
                .setSsl(true)
                .setUseAlpn(false) // HTTP/1.1 alone, as without TLS
                .setSslHandshakeTimeout(HANDSHAKE_S)
                .setSslHandshakeTimeoutUnit(TimeUnit.SECONDS)
                .setKeyCertOptions(secure.getKeyCertOptions())
                .setTrustOptions(secure.getTrustOptions())
                .setClientAuth(secure.getClientAuth())
                .setEnabledSecureTransportProtocols(secure.getEnabledSecureTransportProtocols()));
    return options;
  }

  private final class Listener extends VerticleBase {
    @Override
    public Future<?> start() {
      HttpServer server =
          vertx
              .createHttpServer(options())
              .requestHandler(handlers.request())
              .invalidRequestHandler(handlers.invalid())
              .connectionHandler(handlers.connection());
      return server
          .listen()
          .onSuccess(
              open -> {
                port = open.actualPort();
                servers.add(open);
              });
    }
  }
}
