package io.ratel.server.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import io.ratel.server.VenueProcess;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every kind of source that is asked, through a running platform. */
class SourcesJourneyTest {
  private static final String ADDRESS = "0x" + "ab".repeat(20);
  private static final String WORD = "0".repeat(47) + "56bc75e2d63100000";

  /** By the beginning of the path, what the local server says. */
  private static final Map<String, String> ANSWERS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry(
                  "/fred/", "{\"observations\":[{\"date\":\"2024-01-04\",\"value\":\"5.33\"}]}"),
              Map.entry(
                  "/ecb.xml",
                  "<E><Cube><Cube time='2024-01-04'><Cube currency='USD' rate='1.0953'/>"
                      + "</Cube></Cube></E>"),
              Map.entry(
                  "/v8/",
                  "{\"chart\":{\"result\":[{\"meta\":{\"symbol\":\"AAPL\",\"priceHint\":2,"
                      + "\"regularMarketTime\":1704488401,\"regularMarketPrice\":181.18}}],"
                      + "\"error\":null}}"),
              Map.entry(
                  "/query",
                  "{\"Time Series (Daily)\":{\"2024-01-05\":{\"1. open\":\"160.0\","
                      + "\"2. high\":\"160.55\",\"3. low\":\"158.67\",\"4. close\":\"159.16\","
                      + "\"5. volume\":\"4249000\"}}}"),
              Map.entry(
                  "/stable/",
                  "{\"symbol\":\"MSFT\",\"latestPrice\":370.5,\"latestUpdate\":1704488401000}"),
              Map.entry("/v3/football", "{\"data\":[]}"),
              Map.entry(
                  "/rss",
                  "<rss><channel><item><title>Bitcoin rises</title><guid>1</guid></item></channel>"
                      + "</rss>"),
              Map.entry(
                  "/calendar", "{\"events\":[{\"id\":\"cpi\",\"t\":1704807000,\"name\":\"CPI\"}]}"),
              Map.entry("/news", "[{\"id\":\"9\",\"t\":\"2024-01-05T10:00:00Z\",\"h\":\"Hello\"}]"),
              Map.entry("/bars.csv", "code,date,o,h,l,c\nX,2024-01-04,1,2,0.5,1.5\n"),
              Map.entry(
                  "/bars.json",
                  "[{\"s\":\"Y\",\"t\":\"2024-01-04\",\"o\":1,\"h\":2,\"l\":1,\"c\":2}]"),
              Map.entry("/gas", "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":\"0x6fc23ac00\"}"),
              Map.entry(
                  "/chain",
                  "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":\"0x" + WORD.repeat(3) + "\"}")));

  @TempDir Path folder;

  private static HttpServer server() throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    ANSWERS.forEach(
        (path, answer) ->
            server.createContext(
                path,
                exchange -> {
                  byte[] body = answer.getBytes(StandardCharsets.UTF_8);
                  exchange.sendResponseHeaders(200, body.length);
                  exchange.getResponseBody().write(body);
                  exchange.close();
                }));
    server.start();
    return server;
  }

  private Path config(String url) throws Exception {
    Files.writeString(
        folder.resolve("secrets.yaml"), "sources: { fred: { key: topsecret }, iex: { key: k } }");
    return Files.writeString(
        folder.resolve("sources.yaml"),
        """
        operator: { email: op@example.org, password: "correct horse" }
        sources:
          fred: { url: "%1$s", series: [DFF] }
          ecb: { url: "%1$s/ecb.xml" }
          yahoo: { url: "%1$s", tickers: [AAPL] }
          alphavantage: { url: "%1$s", tickers: [IBM] }
          iex: { url: "%1$s", tickers: [MSFT] }
          sportmonks: { url: "%1$s", teams: [Ratel FC=RATEL-FC] }
          wire: { kind: rss, url: "%1$s/rss", topics: [bitcoin=BTC-USD] }
          events: { kind: json, url: "%1$s/calendar", rows: /events, output: calendar,
            time: seconds, columns: { id: id, time: t, title: name } }
          headlines: { kind: json, url: "%1$s/news", output: news,
            columns: { id: id, time: t, headline: h } }
          exported: { kind: csv, url: "%1$s/bars.csv",
            columns: { symbol: code, time: date, open: o, high: h, low: l, close: c } }
          house: { kind: json, url: "%1$s/bars.json",
            columns: { symbol: s, time: t, open: o, high: h, low: l, close: c } }
          gas: { kind: gas-price, url: "%1$s/gas" }
          pools: { kind: pool-price, url: "%1$s/chain",
            pools: { A-B: { address: "%2$s", form: reserves } } }
          supply: { kind: token, url: "%1$s/chain", tokens: { DAI: { address: "%2$s" } } }
          treasury: { kind: portfolio, url: "%1$s/chain", addresses: ["%2$s"],
            tokens: { DAI: { address: "%2$s" } } }
        """
            .formatted(url, ADDRESS));
  }

  @Test
  void everyKindOfSourceIsAskedAndReadable() throws Exception {
    HttpServer server = server();
    String config = config("http://127.0.0.1:" + server.getAddress().getPort()).toString();
    String secrets = folder.resolve("secrets.yaml").toString();
    try (VenueProcess ratel =
        VenueProcess.up(
            folder.resolve("data"), "--no-demo", "--config", config, "--secrets", secrets)) {
      JsonNode feeds = ratel.await("/v1/feeds", SourcesJourneyTest::allRun);
      assertThat(feeds.get("items")).hasSize(16); // these fifteen, and the exchange
      assertThat(feeds.toString()).doesNotContain("topsecret");

      ratel.signIn("op@example.org", "correct horse");
      assertThat(ratel.get("/v1/series/observation/FRED/DFF/US").body().at("/items/0/value"))
          .hasToString("5.33");
      assertThat(
              ratel
                  .get("/v1/series/observation/ECB/reference-rate/EUR-USD")
                  .body()
                  .at("/items/0/value"))
          .hasToString("1.0953");
      assertThat(ratel.get("/v1/markets/YAHOO:AAPL/quote").body().get("bid").asText())
          .isEqualTo("181.18");
      assertThat(ratel.get("/v1/news?symbol=BTC-USD").body().at("/items/0/headline").asText())
          .isEqualTo("Bitcoin rises");
      assertThat(ratel.get("/v1/calendar").body().at("/items/0/title").asText()).isEqualTo("CPI");
      ratel.await(
          "/v1/markets/EXPORTED:X/bars?interval=1d",
          bars -> bars.at("/items/0/close").asText().startsWith("1.5"));
      assertThat(ratel.get("/v1/markets/POOLS:A-B/quote").body().get("ask").asText())
          .isEqualTo("1");
      assertThat(
              ratel.get("/v1/series/portfolio/ETHEREUM/DAI/" + ADDRESS).body().at("/items/0/value"))
          .hasToString("100.0");
      assertThat(ratel.stop()).isZero();
    }
    server.stop(0);
  }

  private static boolean allRun(JsonNode feeds) {
    for (JsonNode feed : feeds.get("items")) {
      boolean runs =
          feed.get("state").asText().equals("running") && feed.get("quality").asInt() == 100;
      if (!runs) {
        return false;
      }
    }
    return feeds.get("items").size() > 15;
  }
}
