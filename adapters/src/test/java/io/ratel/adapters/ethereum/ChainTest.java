package io.ratel.adapters.ethereum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.ratel.adapters.polled.PolledRequest;
import io.ratel.adapters.polled.ToldSink;
import io.ratel.marketdata.feed.RejectedFrameException;
import io.ratel.marketdata.series.Observation;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Quote;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ChainTest {
  private static final URI URL = URI.create("http://127.0.0.1:8545");
  private static final Duration BLOCK = Duration.ofSeconds(12);
  private static final String ADDRESS = "0x" + "ab".repeat(20);

  private final ToldSink told = new ToldSink();

  private static String result(String hex) {
    return "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":\"" + hex + "\"}";
  }

  private static String word(BigInteger value) {
    String hex = value.toString(16);
    return "0".repeat(64 - hex.length()) + hex;
  }

  private static String word(String value) {
    return word(new BigInteger(value));
  }

  private static Pool pool(Pool.Form form, boolean baseFirst) {
    return baseFirst
        ? new Pool(ADDRESS, form, "WBTC", "USDC", 8, 6, true)
        : new Pool(ADDRESS, form, "ETH", "USDC", 6, 18, false);
  }

  private String price(Pool pool, String answer) throws RejectedFrameException {
    told.tell(new PoolPriceSource("UNISWAP", URL, List.of(pool), BLOCK), 0, answer);
    Quote quote = told.quotes.getLast();
    return quote.market().formatPrice(quote.bid());
  }

  @Test
  void gasIsToldInGwei() throws Exception {
    GasPriceSource gas = new GasPriceSource("ETHEREUM", URL, BLOCK);
    told.tell(gas, 0, result("0x6fc23ac00"));

    Observation price = told.observations.get(0);
    assertThat(price.key().toString()).isEqualTo("observation/ETHEREUM/gas-price-gwei/-");
    assertThat(price.value()).isEqualTo(30.0);
    assertThat(gas.requests(ToldSink.NOW).get(0).body().orElseThrow())
        .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"eth_gasPrice\",\"params\":[]}");
  }

  /** 1,000 coins of 8 decimals against 43,250,000 of 6: 43,250 for one. */
  @Test
  void reservesSayThePrice() throws Exception {
    String reserves =
        result("0x" + word("100000000000") + word("43250000000000") + word("1704456000"));

    assertThat(price(pool(Pool.Form.RESERVES, true), reserves)).isEqualTo("43250");
    assertThat(told.quotes.get(0).market().symbol()).isEqualTo(Symbol.of("UNISWAP:WBTC-USDC"));
  }

  /** As the first pool of dollars and ether has it: the base is the second token. */
  @Test
  void theSquareRootSaysThePrice() throws Exception {
    BigInteger sqrtPrice = new BigInteger("1656750315421930892311456412456284");
    String slot = result("0x" + word(sqrtPrice) + "0".repeat(64 * 6));

    assertThat(Double.parseDouble(price(pool(Pool.Form.SQRT_PRICE, false), slot)))
        .isEqualTo(1e12 / Math.pow(sqrtPrice.doubleValue() / Math.pow(2, 96), 2), within(1e-6));
  }

  private static Offset<Double> within(double error) {
    return Offset.offset(error);
  }

  @Test
  void suppliesAndHoldingsAreAmounts() throws Exception {
    Token usdc = new Token("USDC", Optional.of(ADDRESS), 6);
    Token ether = new Token("ETH", Optional.empty(), 18);
    told.tell(
        new TokenSource("ETHEREUM", URL, List.of(usdc), BLOCK),
        0,
        result("0x" + word("24500000000000000")));
    PortfolioSource held =
        new PortfolioSource("ETHEREUM", URL, List.of(ADDRESS), List.of(usdc, ether), BLOCK);
    told.tell(held, 0, result("0x" + word("1500000")));
    told.tell(held, 1, result("0xde0b6b3a7640000"));

    assertThat(told.observations)
        .extracting(each -> each.key().toString(), Observation::value)
        .containsExactly(
            tuple("observation/ETHEREUM/total-supply/USDC", 24_500_000_000.0),
            tuple("portfolio/ETHEREUM/USDC/" + ADDRESS, 1.5),
            tuple("portfolio/ETHEREUM/ETH/" + ADDRESS, 1.0));
    PolledRequest balance = held.requests(ToldSink.NOW).get(0);
    assertThat(balance.body().orElseThrow())
        .contains("\"eth_call\"", "0x70a08231" + "0".repeat(24) + "ab".repeat(20));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":-32005,\"message\":\"limit exceeded\"}}",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":\"0x\"}",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":\"0xzz\"}",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":12}",
        "{\"jsonrpc\":\"2.0\",\"id\":1}",
        "[]"
      })
  void anAnswerThatSaysNothingIsRefused(String answer) {
    for (Pool.Form form : Pool.Form.values()) {
      assertThatThrownBy(() -> price(pool(form, true), answer))
          .isInstanceOf(RejectedFrameException.class);
    }
    assertThatThrownBy(() -> told.tell(new GasPriceSource("ETHEREUM", URL, BLOCK), 0, answer))
        .isInstanceOf(RejectedFrameException.class);
    assertThat(told.isEmpty()).isTrue();
  }

  @Test
  void anEmptyPoolHasNoPrice() {
    String empty = result("0x" + word("0") + word("5") + word("0"));

    assertThatThrownBy(() -> price(pool(Pool.Form.RESERVES, true), empty))
        .hasMessageContaining("empty");
  }

  @Test
  void whatIsNoAddressIsRefusedBeforeAnythingIsAsked() {
    assertThatThrownBy(() -> new Pool("0x12", Pool.Form.RESERVES, "A", "B", 1, 1, true))
        .hasMessageContaining("'0x12'");
    assertThatThrownBy(() -> new Token("A", Optional.of("vitalik.eth"), 1))
        .hasMessageContaining("'vitalik.eth'");
  }
}
