package io.ratel.gateway.topic.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ratel.gateway.operation.RefusedException;
import io.ratel.model.instrument.Symbol;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TopicPatternTest {
  private static final List<Symbol> MARKETS =
      Stream.of(
              "BTC-USD",
              "BTC-USD-FUT",
              "ETH-USD",
              "ACME",
              "BINANCE:BTC-USDT",
              "BINANCE:ETH-USDT",
              "BINANCE-US:BTC-USD",
              "KRAKEN:BTC-USD")
          .map(Symbol::new)
          .toList();

  private static Set<String> meant(String pattern) {
    return TopicPattern.of(pattern).among(MARKETS).keySet();
  }

  @ParameterizedTest
  @CsvSource({
    "market.*.quote, 8",
    "*.*.quote, 8",
    "market.BINANCE:*.trades, 2",
    "BINANCE:*|trades, 2",
    "market.BTC-*.quote, 5",
    "market.*-USD.quote, 4",
    "market.KRAKEN:BTC-*.book, 1",
    "market.BINANCE:*-USDT.bars-1m, 2",
    "market.*-FUT.quote, 1",
    "market.OKX:*.quote, 0",
    "market.*.best, 4",
    "market.ACME.*, 21",
    "market.BTC-USD.*, 22",
  })
  void meansWhatFits(String pattern, int topics) {
    assertThat(meant(pattern)).hasSize(topics);
  }

  @Test
  void tellsTopicsInTheFormThatWasAskedIn() {
    assertThat(meant("KRAKEN:*|trades")).containsExactly("KRAKEN:BTC-USD|trades");
    assertThat(meant("market.KRAKEN:*.trades")).containsExactly("market.KRAKEN:BTC-USD.trades");
    assertThat(meant("BTC-*|best")).containsExactly("BTC-USD|best", "BTC-USDT|best");
  }

  @Test
  void aWholeNameIsThatMarketAlone() {
    assertThat(TopicPattern.of("market.BTC-USD.*").among(MARKETS).values())
        .allMatch(topic -> topic.subject().equals("BTC-USD"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*.*.*",
        "account.*.orders",
        "account.*.portfolio",
        "account.10.*",
        "*.10.orders",
        "*.*.events",
        "*.*.alerts",
        "*.BTC-USD.*",
        "user.*.alerts",
        "user.1.*",
        "*",
        "*|*|*",
        "**|quote",
        "market.B*C.quote",
        "market.BTC*.quote",
        "market.*BTC.quote",
        "market.*:BTC-USD.quote",
        "market.BTC-USD.bars-*",
        "market.btc-*.quote",
        "market.*.nothing",
        "market.*.orders",
        "*|orders",
        "market.*",
        "market.*.quote.more",
        "market.*\".quote",
      })
  void whatIsNoneOrCouldMeanSomebodysOwnIsRefused(String pattern) {
    assertThatThrownBy(() -> TopicPattern.of(pattern))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("UNKNOWN_TOPIC")
        .hasMessageContaining("topics of accounts and users have no patterns");
  }
}
