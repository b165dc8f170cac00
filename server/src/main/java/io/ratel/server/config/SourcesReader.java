package io.ratel.server.config;

import io.ratel.adapters.alphavantage.AlphaVantageSource;
import io.ratel.adapters.clickhouse.ClickHouseConfig;
import io.ratel.adapters.ecb.EcbSource;
import io.ratel.adapters.factors.FactorSource;
import io.ratel.adapters.fred.FredSource;
import io.ratel.adapters.iex.IexSource;
import io.ratel.adapters.news.RssSource;
import io.ratel.adapters.news.Topics;
import io.ratel.adapters.polled.PolledRequest;
import io.ratel.adapters.polled.PolledSource;
import io.ratel.adapters.sportmonks.SportmonksSource;
import io.ratel.adapters.tabular.Columns;
import io.ratel.adapters.tabular.Output;
import io.ratel.adapters.tabular.Rows;
import io.ratel.adapters.tabular.TabularSource;
import io.ratel.adapters.tabular.TimeForm;
import io.ratel.adapters.yahoo.YahooSource;
import io.ratel.marketdata.snapshot.SnapshotRetention;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Interval;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What is set about sources that are asked: each child of {@code sources} is one, whose kind is its
 * name unless it says another.
 */
final class SourcesReader {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,19}");
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final List<String> KINDS =
      List.of(
          "fred",
          "ecb",
          "yahoo",
          "alphavantage",
          "iex",
          "gas-price",
          "pool-price",
          "token",
          "portfolio",
          "sportmonks",
          "rss",
          "json",
          "csv",
          "factors");

  private final Settings settings;
  private final ChainReader chains;

  SourcesReader(Settings settings) {
    this.settings = settings;
    this.chains = new ChainReader(settings, this);
  }

  Config.Sources read() {
    Map<String, PolledSource> sources = new LinkedHashMap<>();
    for (String name : settings.children("sources")) {
      if (NAME.matcher(name).matches()) {
        source(name, "sources." + name).ifPresent(source -> sources.put(name, source));
      } else {
        settings.fault("sources must have names of 1 to 20 letters and digits, was '" + name + "'");
      }
    }
    return new Config.Sources(sources, clickHouse(), keep());
  }

  private SnapshotRetention keep() {
    SnapshotRetention usual = SnapshotRetention.STANDARD;
    Duration hourly = days("hourly", usual.hourly());
    Duration daily = days("daily", usual.daily());
    Duration observations = days("observations", usual.observations());
    Duration factors = days("factors", usual.factors());
    Duration portfolio = days("portfolio", usual.portfolio());
    Duration performance = days("performance", usual.performance());
    return settings
        .build(
            () ->
                new SnapshotRetention(hourly, daily, observations, factors, portfolio, performance))
        .orElse(usual);
  }

  private Duration days(String what, Duration usual) {
    return Duration.ofDays(settings.number("analytics.keep." + what, usual.toDays(), 1, 36_500));
  }

  private Optional<ClickHouseConfig> clickHouse() {
    Optional<String> text = settings.optional("analytics.clickhouse.url");
    String user = settings.text("analytics.clickhouse.user", "default");
    String password = settings.text("analytics.clickhouse.password", "");
    if (password.startsWith(Config.Operator.STORED)) {
      settings.fault("analytics.clickhouse.password must be a value: it is needed too early");
    }
    String database = settings.text("analytics.clickhouse.database", "ratel");
    return text.flatMap(url -> settings.endpoint("analytics.clickhouse.url", url))
        .flatMap(url -> settings.build(() -> new ClickHouseConfig(url, user, password, database)));
  }

  private Optional<PolledSource> source(String name, String key) {
    String kind = settings.text(key + ".kind", name).toLowerCase(Locale.ROOT);
    String venue = name.toUpperCase(Locale.ROOT).replace('_', '-');
    return settings.build(key, () -> source(kind, venue, key));
  }

  private PolledSource source(String kind, String venue, String key) {
    return switch (kind) {
      case "fred" ->
          new FredSource(
              uri(key, "https://api.stlouisfed.org"),
              settings.secret(key + ".key").orElse(""),
              several(key + ".series", FredSource.DEFAULT),
              every(key, HOUR.multipliedBy(6)));
      case "ecb" ->
          new EcbSource(
              uri(key, "https://www.ecb.europa.eu/stats/eurofxref/eurofxref-daily.xml"),
              every(key, HOUR));
      case "yahoo" ->
          new YahooSource(
              uri(key, "https://query1.finance.yahoo.com"), tickers(key), every(key, MINUTE));
      case "alphavantage" ->
          new AlphaVantageSource(
              uri(key, "https://www.alphavantage.co"),
              settings.secret(key + ".key").orElse(""),
              tickers(key),
              every(key, HOUR.multipliedBy(12)));
      case "iex" ->
          new IexSource(
              venue,
              uri(key, "https://cloud.iexapis.com"),
              settings.secret(key + ".key").orElse(""),
              tickers(key),
              every(key, Duration.ofSeconds(10)));
      case "gas-price", "pool-price", "token", "portfolio" -> chains.source(kind, venue, key);
      case "sportmonks" ->
          new SportmonksSource(
              uri(key, "https://api.sportmonks.com"),
              settings.secret(key + ".key").orElse(""),
              symbols(key + ".teams"));
      case "rss" ->
          new RssSource(
              venue,
              uri(key, ""),
              new Topics(lowered(symbols(key + ".topics"))),
              every(key, MINUTE));
      case "json", "csv" -> table(kind, venue, key);
      case "factors" -> factors(key);
      default ->
          throw new IllegalArgumentException(
              key + ".kind must be one of %s, was '%s'".formatted(String.join(", ", KINDS), kind));
    };
  }

  private PolledSource factors(String key) {
    return new FactorSource(
        uri(key, ""),
        settings.text(key + ".market", "LEAN"),
        settings.list(key + ".tickers"),
        every(key, HOUR));
  }

  private PolledSource table(String kind, String venue, String key) {
    Map<String, String> columns = new TreeMap<>();
    for (String field : settings.children(key + ".columns")) {
      columns.put(field, settings.text(key + ".columns." + field, ""));
    }
    String separator = settings.text(key + ".separator", ",");
    if (separator.length() != 1) {
      throw new IllegalArgumentException(
          key + ".separator must be one character, was '" + separator + "'");
    }
    boolean header = settings.flag(key + ".header", true);
    String rows = settings.text(key + ".rows", "");
    return new TabularSource(
        new TabularSource.Table(
            venue,
            PolledRequest.get("table", uri(key, "")),
            kind.equals("json") ? new Rows.Json(rows) : new Rows.Csv(separator.charAt(0), header),
            settings.choice(key + ".output", Output.BARS),
            new Columns(columns),
            TimeForm.of(settings.text(key + ".time", "iso"), zone(key)),
            interval(key),
            every(key, HOUR)));
  }

  private ZoneId zone(String key) {
    String text = settings.text(key + ".zone", "UTC");
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          key + ".zone must be a time zone such as Asia/Shanghai, was '" + text + "'", e);
    }
  }

  private Interval interval(String key) {
    String text = settings.text(key + ".interval", "1d");
    for (Interval interval : Interval.KEPT) {
      if (interval.label().equals(text)) {
        return interval;
      }
    }
    throw new IllegalArgumentException(
        "%s.interval must be one of %s, was '%s'"
            .formatted(
                key,
                String.join(", ", Interval.KEPT.stream().map(Interval::label).toList()),
                text));
  }

  /** An address of the web, or of a file. */
  URI uri(String key, String usual) {
    String text = settings.text(key + ".url", usual);
    try {
      URI uri = URI.create(text);
      String scheme = String.valueOf(uri.getScheme());
      if (scheme.equals("file") || (scheme.matches("https?") && uri.getHost() != null)) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      // said below
    }
    throw new IllegalArgumentException(
        key + ".url must be http://, https:// or file:// and the rest, was '" + text + "'");
  }

  Duration every(String key, Duration usual) {
    return settings.duration(key + ".every", usual);
  }

  List<String> several(String key, List<String> usual) {
    List<String> set = settings.list(key);
    if (set.size() > 100) {
      throw new IllegalArgumentException(key + " must name at most 100, were " + set.size());
    }
    if (set.isEmpty() && usual.isEmpty()) {
      throw new IllegalArgumentException(key + " must name at least one");
    }
    return set.isEmpty() ? usual : set;
  }

  private List<String> tickers(String key) {
    return several(key + ".tickers", List.of());
  }

  /** Texts such as {@code Celtic=CELTIC-FC}, as symbols by what stands before the sign. */
  private Map<String, Symbol> symbols(String key) {
    Map<String, Symbol> symbols = new LinkedHashMap<>();
    for (String text : settings.list(key)) {
      int sign = text.indexOf('=');
      if (sign < 1) {
        throw new IllegalArgumentException(key + " must be like word=SYMBOL, was '" + text + "'");
      }
      symbols.put(text.substring(0, sign).strip(), Symbol.of(text.substring(sign + 1).strip()));
    }
    return symbols;
  }

  private static Map<String, Symbol> lowered(Map<String, Symbol> symbols) {
    Map<String, Symbol> lowered = new LinkedHashMap<>();
    symbols.forEach((word, symbol) -> lowered.put(word.toLowerCase(Locale.ROOT), symbol));
    return lowered;
  }
}
