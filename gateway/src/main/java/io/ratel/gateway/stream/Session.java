package io.ratel.gateway.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ratel.exchange.ExchangeUnavailableException;
import io.ratel.gateway.access.Callers;
import io.ratel.gateway.access.StreamTokens;
import io.ratel.gateway.catalog.Catalog;
import io.ratel.gateway.operation.Caller;
import io.ratel.gateway.operation.ErrorCode;
import io.ratel.gateway.operation.Json;
import io.ratel.gateway.operation.RefusedException;
import io.ratel.gateway.rate.RateGate;
import io.ratel.gateway.rate.RateHeaders;
import io.ratel.gateway.topic.TopicName;
import io.ratel.gateway.topic.pattern.TopicPattern;
import io.ratel.model.instrument.Symbol;
import io.ratel.security.permission.Permissions;
import io.ratel.security.permission.Rule;
import io.ratel.security.rate.Tier;
import io.ratel.security.rate.Verdict;
import io.ratel.security.token.TokenVerifier;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The conversation on one socket: who it is and what it asks. Frames are handled one after the
 * other, each on a virtual thread, and may block.
 */
final class Session {
  /**
   * Who opened a socket, as far as the request said.
   *
   * @param address in numbers
   * @param origin the page's; empty when it is no browser's
   * @param rayId names the request in the log
   */
  record Peer(String address, String origin, String rayId) {}

  private static final Logger LOG = LoggerFactory.getLogger(Session.class);
  private static final int MAX_FAULTS = 32;
  private static final long MS = 1_000_000L;

  /** What members of a pool must be to listen. */
  private static final Rule RULE = Permissions.of("stream").orElseThrow();

  private final Socket socket;
  private final Hub hub;
  private final Callers callers;
  private final Optional<Attendance> attendance;
  private final Optional<OrderGuard> guard;
  private final Catalog catalog;
  private final InstantSource clock;
  private final StreamTokens tokens;
  private final RateGate rates;
  private final Peer peer;
  private volatile long userId;
  private volatile StreamTokens.@Nullable Entry entry;
  private boolean closed;
  private int faults;
  private int hastyFrames;

  Session(
      Socket socket,
      Hub hub,
      Callers callers,
      StreamTokens tokens,
      RateGate rates,
      Optional<Attendance> attendance,
      Optional<OrderGuard> guard,
      Catalog catalog,
      InstantSource clock,
      Peer peer) {
    this.attendance = attendance;
    this.guard = guard;
    this.socket = socket;
    this.hub = hub;
    this.callers = callers;
    this.catalog = catalog;
    this.clock = clock;
    this.tokens = tokens;
    this.rates = rates;
    this.peer = peer;
  }

  /** Handles one frame; exactly one reply follows, unless the socket closes. */
  void handle(String text) {
    JsonNode id = null;
    try {
      count(1);
      hastyFrames = 0;
      ObjectNode object = ClientFrame.object(text);
      id = id(object);
      perform(ClientFrame.of(object), id);
    } catch (RefusedException e) {
      refuse(e, id);
    } catch (ExchangeUnavailableException e) {
      refuse(
          RefusedException.of(
              ErrorCode.EXCHANGE_UNAVAILABLE, "the exchange did not answer; send the frame again"),
          id);
    } catch (RuntimeException | Error e) {
      LOG.atError().setCause(e).addKeyValue("rayId", peer.rayId()).log("a frame failed");
      refuse(
          RefusedException.of(
              ErrorCode.INTERNAL, "the fault is ours; the ray id finds it in the log"),
          id);
    }
  }

  /** Signs in with the token that the upgrade carried; a bad one closes the socket. */
  void signIn(String token, boolean inUrl) {
    try {
      StreamTokens.Entry entered = authenticate(token, inUrl);
      socket.reply(Json.text(authenticated(entered, null)));
    } catch (RefusedException e) {
      socket.close(Socket.SIGN_IN_AGAIN, e.code().name());
    } catch (RuntimeException e) {
      LOG.atError().setCause(e).addKeyValue("rayId", peer.rayId()).log("a sign-in failed");
      socket.close(Socket.TRY_LATER, ErrorCode.INTERNAL.name());
    }
  }

  private void refuse(RefusedException refused, @Nullable JsonNode id) {
    boolean hasty = refused.code() == ErrorCode.RATE_LIMITED;
    if ((hasty ? ++hastyFrames : ++faults) > MAX_FAULTS) {
      socket.close(Socket.POLICY, hasty ? "too many frames" : "too many frames that make no sense");
      return;
    }
    socket.reply(Json.text(frame("error", refused.body(peer.rayId()).error(), id)));
  }

  private static @Nullable JsonNode id(ObjectNode object) {
    JsonNode id = object.get("id");
    if (id == null || id.isIntegralNumber() || (id.isTextual() && id.textValue().length() <= 64)) {
      return id;
    }
    throw RefusedException.value(
        ErrorCode.INVALID_FIELD, "id", id.toString(), "must be a whole number or short text");
  }

  private void perform(ClientFrame frame, @Nullable JsonNode id) {
    Hub.Reply reply = (verb, value) -> frame(verb, value, id);
    switch (frame) {
      case ClientFrame.Ping ping -> {
        Map<String, Object> pong = frame("pong", ping.number(), id);
        pong.put("time", clock.instant());
        socket.reply(Json.text(pong));
      }
      case ClientFrame.Auth auth -> {
        StreamTokens.Entry entered = authenticate(auth.token(), false);
        socket.reply(Json.text(authenticated(entered, id)));
      }
      case ClientFrame.CancelOnDisconnect cancel -> {
        guard(cancel.wanted());
        socket.reply(Json.text(frame("cancelOnDisconnect", cancel.wanted(), id)));
      }
      case ClientFrame.Subscribe subscribe -> {
        count(subscribe.topics().size());
        hub.subscribe(socket, wish(subscribe), reply);
      }
      case ClientFrame.Unsubscribe unsubscribe ->
          hub.unsubscribe(socket, List.copyOf(unsubscribe.topics()), reply);
      case ClientFrame.Recover recover -> {
        count(recover.points().size());
        List<String> topics = List.copyOf(recover.points().keySet());
        hub.recover(socket, names(topics), recover.points(), recover.everyMs() * MS, reply);
      }
    }
  }

  /**
   * Counts a message, or the topics that it asks for; one that asks for none costs no more.
   *
   * @throws RefusedException 429
   */
  private void count(int cost) {
    if (cost == 0) {
      return;
    }
    Optional<Verdict> verdict = rates.arrive(Tier.STREAM, peer.address());
    if (verdict.isEmpty()) {
      return;
    }
    if (verdict.get().admitted()) {
      verdict = rates.admit(Tier.STREAM, peer.address(), userId, 0, cost);
    }
    if (verdict.isPresent() && !verdict.get().admitted()) {
      throw RateHeaders.refusal(verdict.get());
    }
  }

  /** A session that ends while it is armed finds itself closed afterwards. */
  private void guard(boolean wanted) {
    if (userId == 0) {
      throw RefusedException.of(
          ErrorCode.UNAUTHENTICATED, "sign in first: send {\"auth\":\"TOKEN\"}");
    }
    OrderGuard of =
        guard.orElseThrow(
            () ->
                RefusedException.of(
                    ErrorCode.FORBIDDEN, "this node cannot cancel orders: ask one that trades"));
    if (!wanted) {
      of.disarm(this);
      return;
    }
    of.arm(this, callers.byUser(userId).accountIds());
    if (isClosed()) {
      of.ended(this);
    }
  }

  private synchronized boolean isClosed() {
    return closed;
  }

  private StreamTokens.Entry authenticate(String token, boolean inUrl) {
    if (attendance.isEmpty()) {
      throw RefusedException.of(
          ErrorCode.FORBIDDEN, "this node streams markets alone: sign in where the role stream is");
    }
    StreamTokens.Entry entered = tokens.enter(token, peer.origin(), peer.address(), inUrl);
    long user = callers.byUser(entered.claims().userId()).userId();
    if (userId != 0 && userId != user) {
      throw RefusedException.of(
          ErrorCode.FORBIDDEN, "this socket is another user's; open one of your own");
    }
    entry = entered;
    arrive(user);
    Instant end = entered.until().plus(TokenVerifier.SKEW);
    socket.expireAfter(end.toEpochMilli() - clock.millis());
    recheck(); // a barrier may have been raised since the token was looked at
    return entered;
  }

  /** Closes the socket when a barrier stands before what opened it; any thread. */
  void recheck() {
    StreamTokens.Entry entered = entry;
    if (entered != null && !callers.stands(entered.claims(), entered.kind())) {
      socket.close(Socket.SIGN_IN_AGAIN, ErrorCode.TOKEN_EXPIRED.name());
    }
  }

  private synchronized void arrive(long user) {
    if (userId == 0 && !closed) {
      attendance.ifPresent(of -> of.arrived(user));
    }
    userId = user;
  }

  /** The socket is closed; any thread. */
  synchronized void closed() {
    if (userId != 0 && !closed) {
      attendance.ifPresent(of -> of.departed(userId));
    }
    closed = true;
    guard.ifPresent(of -> of.ended(this));
  }

  private Map<String, Object> authenticated(StreamTokens.Entry entered, @Nullable JsonNode id) {
    Map<String, Object> frame = frame("authenticated", true, id);
    frame.put("userId", Long.toString(userId));
    frame.put("expiresAt", entered.until());
    return frame;
  }

  private Hub.Wish wish(ClientFrame.Subscribe subscribe) {
    List<String> topics = List.copyOf(new LinkedHashSet<>(subscribe.topics()));
    Map<String, TopicName> names =
        names(topics.stream().filter(topic -> !TopicPattern.isOne(topic)).toList());
    List<TopicPattern> patterns =
        topics.stream().filter(TopicPattern::isOne).map(TopicPattern::of).toList();
    subscribe.from().ifPresent(from -> requirePast(from, names, patterns));
    Set<Symbol> markets = patterns.isEmpty() ? Set.of() : hub.symbols();
    for (TopicPattern pattern : patterns) {
      // More than a socket may have are refused, whatever they cost.
      count(Math.min(hub.maxTopics(), pattern.among(markets).size()));
    }
    return new Hub.Wish(
        topics, names, patterns, markets, subscribe.everyMs() * MS, subscribe.from());
  }

  private static void requirePast(
      Instant from, Map<String, TopicName> names, List<TopicPattern> patterns) {
    boolean past =
        names.values().stream()
            .map(TopicName::channel)
            .allMatch(c -> c == TopicName.Channel.TRADES || c.interval().isPresent());
    if (!past || !patterns.isEmpty()) {
      throw RefusedException.value(
          ErrorCode.INVALID_FIELD,
          "from",
          from.toString(),
          "has no place but with topics of trades and bars, each by its name");
    }
  }

  private Map<String, TopicName> names(List<String> topics) {
    Caller caller = userId == 0 ? Caller.NOBODY : callers.byUser(userId).within(RULE);
    Map<String, TopicName> names = new LinkedHashMap<>();
    for (String topic : topics) {
      TopicName name = TopicName.of(topic, caller);
      if (!name.channel().isPrivate() && !known(name)) {
        throw TopicName.unknown(topic);
      }
      names.put(topic, name);
    }
    return names;
  }

  private boolean known(TopicName name) {
    try {
      return switch (name.channel()) {
        case BEST -> catalog.knowsPair(name.subject());
        case HISTORY_READY -> true; // it may be asked for later
        default -> catalog.knows(new Symbol(name.subject()));
      };
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static Map<String, Object> frame(String verb, Object value, @Nullable JsonNode id) {
    Map<String, Object> frame = new LinkedHashMap<>();
    frame.put(verb, value);
    if (id != null) {
      frame.put("id", id);
    }
    return frame;
  }
}
