package io.ratel.adapters.news;

import io.ratel.adapters.polled.PolledRequest;
import io.ratel.adapters.polled.PolledSink;
import io.ratel.adapters.polled.PolledSource;
import io.ratel.adapters.polled.Xml;
import io.ratel.marketdata.feed.FeedTime;
import io.ratel.marketdata.feed.Frame;
import io.ratel.marketdata.feed.FrameFault;
import io.ratel.marketdata.feed.RejectedFrameException;
import io.ratel.marketdata.news.NewsItem;
import io.ratel.model.instrument.Symbol;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** A feed of headlines, RSS or Atom; which, the document says. */
public final class RssSource implements PolledSource {
  private static final int MAX_ITEMS = 500;
  private static final Set<String> ITEMS = Set.of("item", "entry");

  private final String name;
  private final URI url;
  private final Topics topics;
  private final Duration every;

  /**
   * @param name the source that its items carry
   */
  public RssSource(String name, URI url, Topics topics, Duration every) {
    this.name = name;
    this.url = url;
    this.topics = topics;
    this.every = every;
  }

  @Override
  public String kind() {
    return "rss";
  }

  @Override
  public Set<Symbol> symbols() {
    return Set.of();
  }

  @Override
  public List<PolledRequest> requests(Instant now) {
    return List.of(PolledRequest.get(name, url));
  }

  @Override
  public Duration pause() {
    return every;
  }

  @Override
  public void read(PolledRequest request, Frame answer, PolledSink sink)
      throws RejectedFrameException {
    Xml.read(
        answer.text(),
        reader -> {
          int items = 0;
          while (reader.hasNext() && items < MAX_ITEMS) {
            if (reader.next() == XMLStreamConstants.START_ELEMENT
                && ITEMS.contains(reader.getLocalName())) {
              sink.onNews(item(fields(reader), answer.localTimeNs()));
              items++;
            }
          }
        });
  }

  /** The texts of an item's elements by name; an Atom link's is its address. */
  private static Map<String, String> fields(XMLStreamReader reader) throws XMLStreamException {
    Map<String, String> fields = new HashMap<>();
    int depth = 1;
    String name = "";
    StringBuilder text = new StringBuilder();
    while (depth > 0) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          depth++;
          if (depth == 2) {
            name = reader.getLocalName();
            text.setLength(0);
            String address = reader.getAttributeValue(null, "href");
            if (name.equals("link") && address != null) {
              text.append(address);
            }
          }
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
            text.append(reader.getText());
        case XMLStreamConstants.END_ELEMENT -> {
          depth--;
          if (depth == 1) {
            fields.putIfAbsent(name, text.toString().strip());
          }
        }
        default -> {}
      }
    }
    return fields;
  }

  private NewsItem item(Map<String, String> fields, long nowNs) throws RejectedFrameException {
    String headline = plain(fields.getOrDefault("title", ""), NewsItem.MAX_HEADLINE);
    if (headline.isEmpty()) {
      throw new RejectedFrameException(FrameFault.MISSING_FIELD, "title is missing");
    }
    String summary =
        plain(
            fields.getOrDefault("description", fields.getOrDefault("summary", "")),
            NewsItem.MAX_SUMMARY);
    String link = fields.getOrDefault("link", "");
    String id = fields.getOrDefault("guid", fields.getOrDefault("id", link));
    if (id.isEmpty()) {
      id = headline;
    }
    return new NewsItem(
        name,
        id.length() <= NewsItem.MAX_ID ? id : id.substring(id.length() - NewsItem.MAX_ID),
        headline,
        summary,
        address(link),
        topics.of(headline + " " + summary),
        timeNs(fields, nowNs));
  }

  /** Without markup, on one line, cut where it is long. */
  private static String plain(String text, int most) {
    String plain =
        text.replaceAll("<[^>]{0,2000}>", " ")
            .replace("&nbsp;", " ")
            .replace("&quot;", "\"")
            .replace("&#39;", "'")
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&amp;", "&")
            .replaceAll("\\s+", " ")
            .strip();
    return plain.length() <= most ? plain : plain.substring(0, most - 1) + "…";
  }

  /** Only what a browser may safely follow. */
  private static Optional<URI> address(String link) {
    try {
      URI uri = new URI(link);
      boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      return web ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** As the item says; when it says nothing, now; what comes from the future is of now. */
  private static long timeNs(Map<String, String> fields, long nowNs) throws RejectedFrameException {
    String text =
        fields.getOrDefault(
            "pubDate", fields.getOrDefault("published", fields.getOrDefault("updated", "")));
    if (text.isEmpty()) {
      return nowNs;
    }
    Instant time;
    try {
      time =
          Character.isDigit(text.charAt(0)) && text.indexOf('T') > 0
              ? OffsetDateTime.parse(text).toInstant()
              : ZonedDateTime.parse(
                      text.replaceFirst(" UTC?$", " GMT"),
                      DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT))
                  .toInstant();
    } catch (DateTimeException e) {
      throw new RejectedFrameException(
          FrameFault.BAD_TIME, "a time must be of RFC 1123 or ISO-8601, was '" + text + "'");
    }
    if (time.isBefore(Instant.EPOCH)) {
      throw new RejectedFrameException(
          FrameFault.BAD_TIME, "a time must be from 1970, was '" + text + "'");
    }
    return time.getEpochSecond() > nowNs / 1_000_000_000L ? nowNs : FeedTime.nanos(time);
  }
}
