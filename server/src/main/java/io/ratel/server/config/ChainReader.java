package io.ratel.server.config;

import io.ratel.adapters.ethereum.GasPriceSource;
import io.ratel.adapters.ethereum.Pool;
import io.ratel.adapters.ethereum.PoolPriceSource;
import io.ratel.adapters.ethereum.PortfolioSource;
import io.ratel.adapters.ethereum.Token;
import io.ratel.adapters.ethereum.TokenSource;
import io.ratel.adapters.polled.PolledSource;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is set about a chain's sources. What is wrong is thrown with its key. */
final class ChainReader {
  private static final Duration BLOCK = Duration.ofSeconds(12);
  private static final int MAX_DECIMALS = 36;

  private final Settings settings;
  private final SourcesReader sources;

  ChainReader(Settings settings, SourcesReader sources) {
    this.settings = settings;
    this.sources = sources;
  }

  PolledSource source(String kind, String venue, String key) {
    URI url = sources.uri(key, "");
    String chain = settings.text(key + ".chain", "ETHEREUM");
    Duration every = sources.every(key, BLOCK);
    return switch (kind) {
      case "gas-price" -> new GasPriceSource(chain, url, every);
      case "pool-price" -> new PoolPriceSource(venue, url, pools(key + ".pools"), every);
      case "token" -> new TokenSource(chain, url, tokens(key + ".tokens"), every);
      case "portfolio" ->
          new PortfolioSource(
              chain,
              url,
              sources.several(key + ".addresses", List.of()),
              tokens(key + ".tokens"),
              every);
      default -> throw new IllegalArgumentException(key + ".kind is no chain's: '" + kind + "'");
    };
  }

  /** Each child is a pair such as {@code ETH-USDC}. */
  private List<Pool> pools(String key) {
    List<Pool> pools = new ArrayList<>();
    for (String pair : settings.children(key)) {
      String[] legs = pair.toUpperCase(Locale.ROOT).split("-", 2);
      if (legs.length < 2) {
        throw new IllegalArgumentException(key + " must name pairs, was '" + pair + "'");
      }
      String at = key + "." + pair;
      boolean baseFirst = settings.flag(at + ".baseFirst", true);
      int base = decimals(at + ".baseDecimals");
      int quote = decimals(at + ".quoteDecimals");
      pools.add(
          new Pool(
              settings.text(at + ".address", ""),
              settings.choice(at + ".form", Pool.Form.SQRT_PRICE),
              legs[0],
              legs[1],
              baseFirst ? base : quote,
              baseFirst ? quote : base,
              baseFirst));
    }
    return atLeastOne(key, pools);
  }

  /** Each child is a token; one without an address is the chain's coin. */
  private List<Token> tokens(String key) {
    List<Token> tokens = new ArrayList<>();
    for (String name : settings.children(key)) {
      tokens.add(
          new Token(
              name,
              settings.optional(key + "." + name + ".address"),
              decimals(key + "." + name + ".decimals")));
    }
    return atLeastOne(key, tokens);
  }

  private int decimals(String key) {
    return settings.integer(key, 18, 0, MAX_DECIMALS);
  }

  private static <T> List<T> atLeastOne(String key, List<T> list) {
    if (list.isEmpty()) {
      throw new IllegalArgumentException(key + " must name at least one");
    }
    return list;
  }
}
