package io.ratel.gateway.relay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ratel.gateway.topic.MarketTopics;
import io.ratel.gateway.topic.Topic;
import io.ratel.gateway.topic.TopicName;
import io.ratel.gateway.topic.past.Past;
import io.ratel.gateway.wire.Times;
import io.ratel.model.instrument.Step;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Interval;
import io.ratel.model.market.Market;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Topics of the markets that another process follows. */
public final class RelayedMarketTopics implements MarketTopics {
  private static final Logger LOG = LoggerFactory.getLogger(RelayedMarketTopics.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final long FRESH_NS = 1_000_000_000L;

  private final Supplier<HttpClient> http;
  private final URI instruments;
  private final Upstreams upstreams;
  private List<Market> markets = List.of();
  private long readNs = System.nanoTime() - FRESH_NS;

  /**
   * Connects, and goes on trying.
   *
   * @param api where the process with the market data answers, such as {@code http://10.0.0.7:8080}
   */
  public RelayedMarketTopics(URI api) {
    this(api, plain());
  }

  /**
   * @param http the client of now, asked for each request and socket
   */
  public RelayedMarketTopics(URI api, Supplier<HttpClient> http) {
    this.http = http;
    instruments = api.resolve("/v1/instruments");
    String scheme = api.getScheme().equals("https") ? "wss" : "ws";
    upstreams = new Upstreams(URI.create(scheme + "://" + api.getAuthority() + "/v1/stream"), http);
  }

  private static Supplier<HttpClient> plain() {
    HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    return () -> client;
  }

  /** Opens every socket again: whoever is at the other end may not be trusted any more. */
  public void reconnect(String why) {
    upstreams.reconnect(why);
  }

  /** Whether the market data is heard. */
  public boolean connected() {
    return upstreams.connected();
  }

  @Override
  public Topic make(TopicName name, Runnable onChange) {
    return new RelayedTopic(name, onChange, upstreams);
  }

  @Override
  public Past past(TopicName name, long fromNs) {
    return upstreams.past(name, fromNs);
  }

  /** Read again at most once a second; the last known ones while they cannot be read. */
  @Override
  public synchronized List<Market> markets() {
    if (System.nanoTime() - readNs >= FRESH_NS) {
      readNs = System.nanoTime();
      try {
        markets = read();
      } catch (IOException e) {
        LOG.atWarn().setCause(e).log("the markets cannot be read from {}", instruments);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    return markets;
  }

  private JsonNode items(URI list) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        http.get()
            .send(
                HttpRequest.newBuilder(list).timeout(TIMEOUT).build(),
                HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException("the answer is " + answer.statusCode());
    }
    return JSON.readTree(answer.body()).path("items");
  }

  private List<Market> read() throws IOException, InterruptedException {
    List<Market> read = new ArrayList<>();
    for (JsonNode item : items(instruments)) {
      read.add(
          new Market(
              new Symbol(item.path("symbol").asText()),
              Step.of(item.path("tickSize").asText()).scale(),
              Step.of(item.path("lotSize").asText()).scale()));
    }
    return List.copyOf(read);
  }

  /** Marks stay where the quotes are; a client has them from the quote's topic. */
  @Override
  public Optional<BigDecimal> mark(Symbol symbol) {
    return Optional.empty();
  }

  @Override
  public NavigableMap<Long, Double> closes(Symbol symbol, Interval interval, int newest) {
    NavigableMap<Long, Double> closes = new TreeMap<>();
    URI bars =
        instruments.resolve(
            "/v1/markets/%s/bars?interval=%s&limit=%d"
                .formatted(
                    URLEncoder.encode(symbol.text(), StandardCharsets.UTF_8),
                    interval.label(),
                    newest));
    try {
      for (JsonNode bar : items(bars)) {
        long start = Times.nanos(Instant.parse(bar.path("time").asText()));
        closes.put(start, bar.path("close").asDouble());
      }
    } catch (IOException e) {
      LOG.atWarn().setCause(e).log("bars cannot be read from {}", bars);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return closes;
  }

  /** Nothing is told: marks stay where the quotes are. */
  @Override
  public Followed follow(Set<Symbol> symbols, Runnable told) {
    return () -> {};
  }

  @Override
  public void close() {
    upstreams.close();
  }
}
