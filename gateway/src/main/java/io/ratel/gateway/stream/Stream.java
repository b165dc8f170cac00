package io.ratel.gateway.stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.ratel.exchange.OrderEntry;
import io.ratel.gateway.access.Callers;
import io.ratel.gateway.access.StreamTokens;
import io.ratel.gateway.catalog.Catalog;
import io.ratel.gateway.http.Connections;
import io.ratel.gateway.http.Door;
import io.ratel.gateway.http.Limits;
import io.ratel.gateway.operation.Caller.Presented;
import io.ratel.gateway.operation.ErrorCode;
import io.ratel.gateway.operation.RefusedException;
import io.ratel.gateway.rate.RateGate;
import io.ratel.gateway.topic.Topic;
import io.ratel.gateway.topic.TopicName;
import io.ratel.gateway.topic.Topics;
import io.ratel.gateway.topic.past.Past;
import io.ratel.model.instrument.Symbol;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Opens and closes WebSockets. Safe for any thread. */
public final class Stream implements Door.Upgrade, Socket.Owner, AutoCloseable {
  /** The subprotocol that carries a token, as browsers cannot send headers. */
  private static final String TOKEN_PROTOCOL = "ratel.token.";

  private final Vertx vertx;
  private final Limits limits;
  private final Connections connections;
  private final Callers callers;
  private final StreamTokens tokens;
  private final RateGate rates;
  private final Optional<Attendance> attendance;
  private final Optional<OrderGuard> guard;
  private final Catalog catalog;
  private final InstantSource clock;
  private final Hub hub;
  private final StreamMetrics metrics;
  private final AtomicInteger open = new AtomicInteger();
  private final Map<Socket, Session> sessions = new ConcurrentHashMap<>();
  private final Map<Thread, Executor> loops = new ConcurrentHashMap<>();
  private final ExecutorService workers =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("stream-", 0).factory());

  /**
   * @param attendance without it only what is public is told, and nobody signs in
   * @param orders without it no session can have its orders canceled when it ends
   */
  public Stream(
      Vertx vertx,
      Limits limits,
      Connections connections,
      Callers callers,
      StreamTokens tokens,
      RateGate rates,
      Optional<Attendance> attendance,
      Optional<OrderEntry> orders,
      Catalog catalog,
      Topics topics,
      InstantSource clock,
      MeterRegistry registry) {
    this.vertx = vertx;
    this.limits = limits;
    this.connections = connections;
    this.callers = callers;
    this.tokens = tokens;
    this.rates = rates;
    this.attendance = attendance;
    this.guard = orders.map(OrderGuard::new);
    this.catalog = catalog;
    this.clock = clock;
    this.hub =
        new Hub(
            new FromTopics(topics),
            limits.maxTopics(),
            limits.topicGraceMs() * 1_000_000L,
            workers,
            System::nanoTime);
    this.metrics = new StreamMetrics(registry, open::get, hub::topicCount);
  }

  private record FromTopics(Topics topics) implements Hub.Source {
    @Override
    public Topic make(TopicName name, Runnable onChange) {
      return topics.make(name, onChange);
    }

    @Override
    public Past past(TopicName name, long fromNs) {
      return topics.past(name, fromNs);
    }

    @Override
    public Set<Symbol> symbols() {
      return topics.symbols();
    }
  }

  /** Starts to publish. */
  public void start() {
    hub.start();
    callers.barriers().onRaised(barrier -> workers.execute(this::recheck));
    attendance.ifPresent(Attendance::start);
    guard.ifPresent(OrderGuard::start);
  }

  @Override
  public void upgrade(HttpServerRequest request, Presented from) {
    if (open.incrementAndGet() > limits.maxSockets()) {
      open.decrementAndGet();
      throw RefusedException.of(ErrorCode.BUSY, "as many sockets are open as this node holds");
    }
    Optional<Ticket> ticket =
        ticket(request.getHeader("Sec-WebSocket-Protocol"), request.getParam("token"));
    String origin = request.getHeader("Origin");
    Session.Peer peer =
        new Session.Peer(from.address(), origin == null ? "" : origin, from.rayId());
    HttpConnection connection = request.connection();
    request
        .toWebSocket()
        .onSuccess(
            socket -> {
              connections.upgraded(connection);
              opened(socket, ticket, peer);
            })
        .onFailure(fault -> open.decrementAndGet());
  }

  /** A token that came with the upgrade. */
  private record Ticket(String token, boolean inUrl) {
    /** Leaves the token out. */
    @Override
    public String toString() {
      return "Ticket[inUrl=" + inUrl + "]";
    }
  }

  private static Optional<Ticket> ticket(@Nullable String protocols, @Nullable String query) {
    String all = protocols == null ? "" : protocols;
    for (String protocol : all.split(",", -1)) {
      if (protocol.strip().startsWith(TOKEN_PROTOCOL)) {
        String token = protocol.strip().substring(TOKEN_PROTOCOL.length());
        return Optional.of(new Ticket(token, false));
      }
    }
    return Optional.ofNullable(query).map(token -> new Ticket(token, true));
  }

  private void opened(ServerWebSocket webSocket, Optional<Ticket> ticket, Session.Peer peer) {
    Socket socket =
        new Socket(vertx, webSocket, loop(), this, metrics, limits.stuckMs(), limits.pingMs());
    Session session =
        new Session(socket, hub, callers, tokens, rates, attendance, guard, catalog, clock, peer);
    sessions.put(socket, session);
    socket.open();
    ticket.ifPresent(
        given -> {
          socket.pause();
          workers.execute(() -> session.signIn(given.token(), given.inUrl()));
        });
  }

  private void recheck() {
    sessions.values().forEach(Session::recheck);
  }

  /** The calling event loop; the same object for all its sockets, so that one task serves them. */
  private Executor loop() {
    Context context = vertx.getOrCreateContext();
    return loops.computeIfAbsent(
        Thread.currentThread(), thread -> task -> context.runOnContext(ignored -> task.run()));
  }

  @Override
  public void onFrame(Socket socket, String text) {
    Session session = sessions.get(socket);
    if (session != null && !workers.isShutdown()) {
      workers.execute(() -> session.handle(text));
    }
  }

  @Override
  public void onDrained(Socket socket, Map<String, Long> missed) {
    hub.resync(socket, missed);
  }

  @Override
  public void onClosed(Socket socket) {
    Session session = sessions.remove(socket);
    if (session != null) {
      session.closed();
      open.decrementAndGet();
      hub.remove(socket);
    }
  }

  /** Tells every client that the node is going away. */
  @Override
  public void close() {
    sessions.keySet().forEach(socket -> socket.close(Socket.GOING_AWAY, "the node is stopping"));
    hub.close();
    workers.shutdown();
    guard.ifPresent(OrderGuard::close);
    attendance.ifPresent(Attendance::close);
  }
}
