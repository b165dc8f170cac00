package io.ratel.quant.portfolio;

import io.ratel.model.instrument.Symbol;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * The risk of what is at stake over the next day, from what the same markets did in the past: a
 * fill changes the units of one of them, a tick its price. For one thread.
 */
public final class LiveRisk {
  /** How the figures are made. */
  public static final String CONVENTION =
      "Losses are positive, in USD, over one day of 24 hours: simple returns of past bars times the"
          + " square root of the bars in a day. Gaussian: sample covariance, no drift. Historical:"
          + " type-7 quantile of the same scenarios, shortfall the mean of those no better.";

  /** Who described them. */
  public static final String REFERENCE =
      "P. Jorion, Value at Risk (3rd ed. 2007), ch. 5, 7 and 10; R. J. Hyndman and Y. Fan, Sample"
          + " Quantiles in Statistical Packages (1996)";

  private static final double DAY_NS = 86_400e9;

  /**
   * What is at stake in one market.
   *
   * @param price NaN while it is unknown; then the value is 0
   * @param component what it has of the Gaussian value at risk
   */
  public record Stake(Symbol symbol, double units, double price, double value, double component) {}

  /**
   * The figures at one moment.
   *
   * @param value of all stakes, without cash
   * @param gross of all stakes without their signs
   * @param observations how many past returns they rest on; with fewer than two no risk is known,
   *     and the figures are NaN
   * @param worst the loss of the worst scenario
   */
  public record Figures(
      double confidence,
      double value,
      double gross,
      int observations,
      double deviation,
      double gaussianVar,
      double gaussianShortfall,
      double historicalVar,
      double historicalShortfall,
      double worst,
      List<Stake> stakes,
      String inputsHash) {}

  private final List<Symbol> symbols;
  private final Map<Symbol, Integer> places = new HashMap<>();
  private final PortfolioRisk risk;
  private final int observations;
  private final double scale;
  private final long barNs;
  private final double[] units;
  private final double[] prices;
  private final byte[] pastHash;

  /**
   * @param closes of each market, by the starts of its bars, of one length
   * @param barNs how long a bar is
   */
  public LiveRisk(Map<Symbol, NavigableMap<Long, Double>> closes, long barNs) {
    List<Map.Entry<Symbol, NavigableMap<Long, Double>>> markets =
        closes.entrySet().stream()
            .sorted(Comparator.comparing(market -> market.getKey().text()))
            .toList();
    symbols = markets.stream().map(Map.Entry::getKey).toList();
    units = new double[symbols.size()];
    prices = new double[symbols.size()];
    NavigableSet<Long> times = common(closes);
    double[][] returns = new double[symbols.size()][];
    for (int i = 0; i < symbols.size(); i++) {
      places.put(symbols.get(i), i);
      NavigableMap<Long, Double> own = markets.get(i).getValue();
      returns[i] = returns(own, times);
      prices[i] = own.isEmpty() ? Double.NaN : own.lastEntry().getValue();
    }
    Scenarios scenarios = Scenarios.of(returns);
    observations = scenarios.count();
    risk = new PortfolioRisk(scenarios);
    scale = Math.sqrt(DAY_NS / barNs);
    this.barNs = barNs;
    pastHash = hash(returns);
  }

  /** The starts of bars that every market has. */
  private static NavigableSet<Long> common(Map<Symbol, NavigableMap<Long, Double>> closes) {
    NavigableSet<Long> times = new TreeSet<>();
    boolean first = true;
    for (NavigableMap<Long, Double> own : closes.values()) {
      if (first) {
        times.addAll(own.keySet());
      } else {
        times.retainAll(own.keySet());
      }
      first = false;
    }
    return times;
  }

  private static double[] returns(NavigableMap<Long, Double> own, NavigableSet<Long> times) {
    double[] returns = new double[Math.max(0, times.size() - 1)];
    double before = Double.NaN;
    int i = -1;
    for (long time : times) {
      double close = own.getOrDefault(time, Double.NaN);
      if (i >= 0) {
        returns[i] = close / before - 1;
      }
      before = close;
      i++;
    }
    return returns;
  }

  private static byte[] hash(double[][] returns) {
    MessageDigest digest = sha256();
    for (double[] row : returns) {
      ByteBuffer bytes = ByteBuffer.allocate(row.length * Double.BYTES);
      for (double each : row) {
        bytes.putDouble(each);
      }
      digest.update(bytes.flip());
    }
    return digest.digest();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** How long the bars are that its past is made of. */
  public Duration bar() {
    return Duration.ofNanos(barNs);
  }

  /** The markets whose past is known here. */
  public List<Symbol> symbols() {
    return symbols;
  }

  /**
   * So much is held from now on.
   *
   * @param held by market; one that is missing here is held no more
   * @return false when it has a market that is not among {@link #symbols}
   */
  public boolean hold(Map<Symbol, Double> held) {
    if (!places.keySet().containsAll(held.keySet())) {
      return false;
    }
    for (int i = 0; i < units.length; i++) {
      units[i] = held.getOrDefault(symbols.get(i), 0.0);
      value(i);
    }
    return true;
  }

  /**
   * @param price positive
   */
  public void price(Symbol symbol, double price) {
    Integer place = places.get(symbol);
    if (place != null && prices[place] != price) {
      prices[place] = price;
      value(place);
    }
  }

  private void value(int place) {
    double worth = units[place] == 0 ? 0 : units[place] * prices[place];
    risk.hold(place, Double.isFinite(worth) ? worth : 0);
  }

  /** The figures of now. */
  public Figures figures(double confidence) {
    boolean known = observations >= 2;
    double factor = known ? scale : Double.NaN;
    double[] components = new double[symbols.size()];
    if (known) {
      risk.components(confidence, components);
    }
    List<Stake> stakes = new ArrayList<>();
    double gross = 0;
    for (int i = 0; i < components.length; i++) {
      if (units[i] != 0) {
        double worth = Double.isFinite(prices[i]) ? units[i] * prices[i] : 0;
        gross += Math.abs(worth);
        stakes.add(new Stake(symbols.get(i), units[i], prices[i], worth, factor * components[i]));
      }
    }
    return new Figures(
        confidence,
        risk.value(),
        gross,
        observations,
        factor * risk.deviation(),
        factor * risk.gaussianVar(confidence),
        factor * risk.gaussianShortfall(confidence),
        factor * risk.historicalVar(confidence),
        factor * risk.historicalShortfall(confidence),
        factor * risk.historicalVar(1),
        stakes,
        inputsHash(confidence));
  }

  /** Of the past, what is held, at which prices, and the confidence. */
  private String inputsHash(double confidence) {
    ByteBuffer bytes = ByteBuffer.allocate((2 * units.length + 1) * Double.BYTES);
    for (int i = 0; i < units.length; i++) {
      bytes.putDouble(units[i]).putDouble(prices[i]);
    }
    MessageDigest digest = sha256();
    digest.update(pastHash);
    digest.update(bytes.putDouble(confidence).flip());
    return HexFormat.of().formatHex(digest.digest());
  }
}
