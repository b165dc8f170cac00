package io.ratel.gateway.venue;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.ratel.exchange.OrderEntry;
import io.ratel.exchange.command.Command;
import io.ratel.exchange.command.TransferKind;
import io.ratel.exchange.reconciliation.Reconciliation;
import io.ratel.exchange.reconciliation.Reconciliation.Checked;
import io.ratel.exchange.view.AccountViews;
import io.ratel.exchange.view.TradingViews;
import io.ratel.gateway.Gateway;
import io.ratel.gateway.GatewayConfig;
import io.ratel.gateway.GatewayPorts;
import io.ratel.gateway.RestPorts;
import io.ratel.gateway.access.AccessPorts;
import io.ratel.gateway.access.CertificatePorts;
import io.ratel.gateway.history.FakeHistory;
import io.ratel.gateway.http.Limits;
import io.ratel.gateway.http.PeerAddress;
import io.ratel.gateway.identity.external.ExternalPorts;
import io.ratel.gateway.identity.user.UserPorts;
import io.ratel.gateway.rate.RatePorts;
import io.ratel.gateway.reference.ReferencePorts;
import io.ratel.gateway.topic.LocalMarketTopics;
import io.ratel.gateway.topic.MarketTopics;
import io.ratel.gateway.venue.trust.FakeApiKeys;
import io.ratel.gateway.venue.trust.FakeAudit;
import io.ratel.gateway.venue.trust.FakeIdentity;
import io.ratel.gateway.venue.trust.FakePools;
import io.ratel.gateway.venue.trust.FakeRates;
import io.ratel.gateway.venue.trust.TestAuthority;
import io.ratel.gateway.wire.FeedStatus;
import io.ratel.marketdata.alert.Alerts;
import io.ratel.marketdata.indicator.IndicatorCatalog;
import io.ratel.marketdata.news.NewsBoard;
import io.ratel.marketdata.storage.StoredTable;
import io.ratel.security.apikey.ApiKeys;
import io.ratel.security.barrier.Barriers;
import io.ratel.security.barrier.CheckedTokens;
import io.ratel.security.external.OpenIdProvider;
import io.ratel.security.external.TelegramLogin;
import io.ratel.security.identity.License;
import io.ratel.security.identity.Passwords;
import io.ratel.security.identity.Presence;
import io.ratel.security.identity.Role;
import io.ratel.security.identity.User;
import io.ratel.security.identity.Users;
import io.ratel.security.pool.Pools;
import io.ratel.security.rate.Claim;
import io.ratel.security.rate.CurrentRates;
import io.ratel.security.rate.Holder;
import io.ratel.security.rate.NodeLimiter;
import io.ratel.security.rate.Rate;
import io.ratel.security.rate.RateLimiter;
import io.ratel.security.rate.Rates;
import io.ratel.security.rate.RatesStore;
import io.ratel.security.rate.Tier;
import io.ratel.security.rate.Verdict;
import io.ratel.security.token.Bearer;
import io.ratel.security.token.JwkSet;
import io.ratel.security.token.PublicKeys;
import io.ratel.security.token.SpentTokens;
import io.ratel.security.token.TokenKeys;
import io.ratel.security.token.TokenKind;
import io.ratel.security.token.TokenSigner;
import io.ratel.security.token.TokenVerifier;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A gateway that is open on a free port, with users, money and markets behind it. */
public final class TestVenue implements AutoCloseable {
  private static final IndicatorCatalog INDICATORS = IndicatorCatalog.load();
  public static final long ANN_ACCOUNT = 10;
  public static final long ANN_SECOND_ACCOUNT = 11;
  public static final long BOB_ACCOUNT = 20;
  public static final Instant NOW = Instant.ofEpochSecond(0, FakeExchange.TIME_NS).plusSeconds(1);

  /** Of a bot that Telegram does not know. */
  public static final String BOT_TOKEN = "12345:not-a-secret";

  private static final FeedStatus REPLAYED =
      new FeedStatus(
          "captures", "BINANCE", "replay", "finished", 10, 1, 1, 93, 0, NOW, List.of(), "");

  /** Bounds small enough to be reached. */
  public static final Limits LIMITS = limits(8, 5);

  /** The same with room for so many sockets, and so many topics on each. */
  public static Limits limits(int sockets, int topics) {
    return new Limits(
        100, 16, 8_192, 8_192, 10_000, 60_000, sockets, topics, 4_096, 300, 30_000, 60_000);
  }

  /** What requests make the gateway ask of its ports. */
  public final Work work = new Work();

  public final FakeExchange exchange = new FakeExchange();
  public final FakeAccounts accounts = new FakeAccounts();
  public final FakeMarkets markets = new FakeMarkets();
  public final FakeEquity equity = new FakeEquity();
  public final FakePresence presence = new FakePresence();
  public final FakeReports reports = new FakeReports();
  public final FakeSeries series = new FakeSeries();
  public final NewsBoard board = new NewsBoard();
  public final FakeApiKeys apiKeys = new FakeApiKeys();
  public final FakeAlerts alerts = new FakeAlerts();
  public final FakeHistory history = new FakeHistory();
  public final FakeUsers users = new FakeUsers();
  public final FakePools pools = new FakePools(users);
  public final FakeIdentity identity = new FakeIdentity();
  public final User ann;
  public final User bob;
  public final User operator;
  public volatile List<String> missing = List.of();
  public volatile boolean readinessFails;
  public volatile Instant now = NOW;
  public volatile Reconciliation reconciliation =
      new Reconciliation(7, FakeExchange.TIME_NS, Checked.NOTHING, 0, List.of());
  public final FakeAudit audit = new FakeAudit();
  public final CurrentRates rates = new CurrentRates(new FakeRates(audit), Rates.LAPTOP);

  /** Whether what the other nodes count is unknown. */
  public volatile boolean countsUnknown;

  public final CertificatePorts certificates = TestAuthority.open(() -> now);

  /** Whether the counting is done as in a fleet, where it may wait. */
  public volatile boolean countsElsewhere;

  /** What went wrong with alerts. */
  public final List<RuntimeException> faults = new CopyOnWriteArrayList<>();

  /** What the stores say of themselves. */
  public volatile List<StoredTable> storedTables = List.of();

  private final Alerts watch;
  private final TokenSigner signer;
  public final Barriers barriers;
  private final AccessPorts access;
  private final RestPorts rest;
  private final Gateway gateway;

  public TestVenue() {
    this(LIMITS, true, Optional.empty());
  }

  public TestVenue(Limits limits, boolean selfFunding, Optional<Path> page) {
    this(limits, selfFunding, page, PeerAddress.ITSELF);
  }

  public TestVenue(Limits limits, boolean selfFunding, Optional<Path> page, PeerAddress peers) {
    this(limits, selfFunding, page, peers, URI.create("http://127.0.0.1:9"), false);
  }

  /** One that people may come to from an issuer, and join by themselves or not. */
  public TestVenue(URI issuer, boolean openRegistration) {
    this(LIMITS, true, Optional.empty(), PeerAddress.ITSELF, issuer, openRegistration);
  }

  private TestVenue(
      Limits limits,
      boolean selfFunding,
      Optional<Path> page,
      PeerAddress peers,
      URI issuer,
      boolean openRegistration) {
    Passwords passwords = new Passwords(64, 1);
    ann = users.create("ann@example.test", Role.TRADER, passwords.hash("secret"));
    bob = users.create("bob@example.test", Role.TRADER, passwords.hash("secret"));
    operator = users.create("op@example.test", Role.OPERATOR, passwords.hash("secret"));
    users.addAccount(ann.id(), new Users.Account(ANN_ACCOUNT, "Main"));
    users.addAccount(ann.id(), new Users.Account(ANN_SECOND_ACCOUNT, "Second"));
    users.addAccount(bob.id(), new Users.Account(BOB_ACCOUNT, "Main"));
    for (long account : List.of(ANN_ACCOUNT, BOB_ACCOUNT)) {
      fund(account, FakeExchange.USD.id(), 10_000_00000000L);
      fund(account, FakeExchange.BTC.id(), 5_00000000L);
    }
    TokenKeys keys = TokenKeys.generate();
    InstantSource clock = () -> now;
    signer = new TokenSigner(keys, clock);
    barriers = new Barriers(raised -> {}, clock, () -> 0);
    barriers.confirm(0);
    Set<String> spent = ConcurrentHashMap.newKeySet();
    SpentTokens spending = (tokenId, expiresAt) -> spent.add(tokenId);
    TokenVerifier verifier =
        new TokenVerifier(PublicKeys.of(Map.of(keys.id(), keys.publicKey())), clock);
    watch = new Alerts(alerts, markets, INDICATORS, faults::add, System::nanoTime);
    access =
        new AccessPorts(
            new CheckedTokens(verifier, barriers, clock),
            barriers,
            spending,
            work.watched(ApiKeys.class, apiKeys),
            work.watched(Pools.class, pools));
    rest =
        new RestPorts(
            work.watched(OrderEntry.class, exchange),
            equity,
            markets,
            INDICATORS,
            watch,
            passwords,
            signer,
            () -> JwkSet.write(Map.of(keys.id(), keys.publicKey())),
            () -> List.of(REPLAYED),
            () -> reconciliation,
            reports,
            Optional.of(certificates),
            identity.ports(clock),
            new ExternalPorts(
                users,
                Optional.of(google(issuer, clock)),
                Optional.of(new TelegramLogin(BOT_TOKEN, spending, clock))),
            new UserPorts(
                users,
                userId -> users.findById(userId).map(User::license).orElse(License.FREE),
                openRegistration),
            new ReferencePorts(series, board, List::of),
            () -> storedTables,
            history.ports(clock));
    gateway = another(new GatewayConfig("127.0.0.1", 0, selfFunding, page, limits, peers));
    exchange.feed(gateway.accountChanges());
    alerts.tell(gateway.alertNews());
    gateway.start();
  }

  private static OpenIdProvider google(URI issuer, InstantSource clock) {
    URI callback = URI.create("http://localhost:8080/v1/sign-in/google/callback");
    return new OpenIdProvider(
        new OpenIdProvider.Client(issuer, "ratel-test", "shh", () -> callback), clock);
  }

  private List<String> readiness() {
    if (readinessFails) {
      throw new IllegalStateException("a secret of the inside");
    }
    return missing;
  }

  /** A second gateway before the same venue, not started yet. */
  public final Gateway another(GatewayConfig config) {
    return new Gateway(
        config,
        ports(new LocalMarketTopics(markets, () -> now), Optional.of(presence), Optional.of(rest)));
  }

  /** What a gateway before this venue needs. */
  public final GatewayPorts ports(
      MarketTopics topics, Optional<Presence> attendance, Optional<RestPorts> behind) {
    return new GatewayPorts(
        work.watched(TradingViews.class, exchange.views),
        work.watched(AccountViews.class, accounts),
        work.watched(Users.class, users),
        access,
        new RatePorts(limiter(), rates, userId -> License.FREE, this::nanos),
        audit,
        topics,
        alerts,
        history,
        attendance,
        this::readiness,
        new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
        () -> now,
        behind.map(_ -> work.watched(OrderEntry.class, exchange)),
        behind);
  }

  private long nanos() {
    return Duration.between(NOW, now).toNanos();
  }

  private RateLimiter limiter() {
    NodeLimiter local = new NodeLimiter(this::nanos, new Random(1));
    return new RateLimiter() {
      @Override
      public Verdict take(Tier tier, List<Claim> claims, int cost) {
        return local.take(tier, claims, cost);
      }

      @Override
      public boolean blocks() {
        return countsElsewhere;
      }

      @Override
      public boolean current() {
        return !countsUnknown;
      }
    };
  }

  /** Sets a rate as an operator would have. */
  public void rate(Tier tier, Holder holder, Rate rate) {
    rates.change(
        List.of(new RatesStore.Change(tier, holder, rate)), (before, after) -> FakeAudit.ACT);
  }

  public final void fund(long account, int asset, long amount) {
    exchange.submit(
        new Command.Transfer(
            TransferKind.DEPOSIT, Command.WORLD, account, asset, amount, "fund-" + asset));
  }

  /** The one that is open from the start. */
  public Gateway gateway() {
    return gateway;
  }

  public int port() {
    return gateway.port();
  }

  public URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port() + path);
  }

  public String token(User user) {
    return token(TokenKind.INNER, new Bearer(user.id(), "session-" + user.id(), "loopback"));
  }

  /** A genuine token of any kind, for no purpose. */
  public String token(TokenKind kind, Bearer bearer) {
    return signer.sign(kind, bearer, Instant.MAX, "").text();
  }

  public void pass(Duration time) {
    now = now.plus(time);
  }

  public TestClient as(User user) {
    return new TestClient(this, Optional.of(token(user)));
  }

  public TestClient anyone() {
    return new TestClient(this, Optional.empty());
  }

  @Override
  public void close() {
    gateway.close();
    watch.close();
  }
}
