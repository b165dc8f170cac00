package io.ratel.adapters.venue;

import io.ratel.marketdata.feed.FeedReader;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** How one venue is spoken to. One thread at a time. */
public abstract class VenueProtocol {
  /** How to get a whole book. */
  public sealed interface Resync {
    /** By a request; the reader knows its answer by the URL. */
    record Fetch(URI url) implements Resync {}

    /** By messages on the socket. */
    record Send(List<String> messages) implements Resync {}
  }

  protected final VenueSettings settings;
  private final String kind;
  private final VenuePace pace;

  /**
   * @param kind what is spoken, such as {@code binance}
   */
  protected VenueProtocol(String kind, VenueSettings settings, VenuePace pace) {
    this.kind = kind;
    this.settings = settings;
    this.pace = pace;
  }

  public final String kind() {
    return kind;
  }

  public final VenueSettings settings() {
    return settings;
  }

  public final VenuePace pace() {
    return pace;
  }

  /** Where to connect to. */
  public URI socket() {
    return settings.socket();
  }

  /** A reader that knows nothing yet. */
  public abstract FeedReader reader();

  /**
   * What to send on a new connection.
   *
   * @param epochNs now
   */
  public abstract List<String> subscriptions(long epochNs);

  /** Asks for the whole book of one pair. */
  public abstract Resync resync(Pair pair, long epochNs);

  /** Sent now and then so that the venue answers; empty where its own signs of life are enough. */
  public Optional<String> ping() {
    return Optional.empty();
  }

  /** A message of ours as it may be recorded. */
  public String withoutSecrets(String message) {
    return message;
  }

  /** Whether the venue says by this that the connection is about to end. */
  public boolean isFarewell(String text) {
    return false;
  }
}
