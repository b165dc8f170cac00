package io.ratel.adapters.news;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ratel.adapters.polled.ToldSink;
import io.ratel.marketdata.feed.FeedTime;
import io.ratel.marketdata.feed.RejectedFrameException;
import io.ratel.marketdata.news.NewsItem;
import io.ratel.model.instrument.Symbol;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RssSourceTest {
  private static final Symbol BTC = Symbol.of("BTC-USD");

  private final ToldSink told = new ToldSink();
  private final RssSource source =
      new RssSource(
          "WIRE",
          URI.create("https://example.org/feed"),
          new Topics(Map.of("bitcoin", BTC)),
          Duration.ofMinutes(1));

  @Test
  void rssIsReadAsPlainText() throws Exception {
    told.tell(
        source,
        0,
        """
        <rss version="2.0"><channel><title>Wire</title>
          <item><title><![CDATA[Bitcoin &amp; others rise]]></title>
            <link>https://example.org/1</link><guid isPermaLink="false">n-1</guid>
            <pubDate>Fri, 05 Jan 2024 21:30:00 +0100</pubDate>
            <description>&lt;p&gt;Up &lt;b&gt;3%&lt;/b&gt;.&lt;/p&gt;
              &lt;script&gt;x&lt;/script&gt;</description>
          </item>
          <item><title>Nothing</title><link>javascript:alert(1)</link></item>
        </channel></rss>
        """);

    NewsItem first = told.news.get(0);
    assertThat(first.headline()).isEqualTo("Bitcoin & others rise");
    assertThat(first.summary()).isEqualTo("Up 3% . x");
    assertThat(first.id()).isEqualTo("n-1");
    assertThat(first.symbols()).containsExactly(BTC);
    assertThat(first.timeNs()).isEqualTo(FeedTime.nanos(Instant.parse("2024-01-05T20:30:00Z")));
    assertThat(told.news.get(1).link()).isEmpty();
    assertThat(told.news.get(1).timeNs()).isEqualTo(ToldSink.NOW_NS);
  }

  @Test
  void atomIsReadToo() throws Exception {
    told.tell(
        source,
        0,
        """
        <feed xmlns="http://www.w3.org/2005/Atom"><entry><title>Rates held</title>
          <link href="https://example.org/2"/><id>urn:2</id>
          <updated>2024-01-05T08:00:00Z</updated><summary>As expected</summary>
        </entry></feed>
        """);

    assertThat(told.news)
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.link()).contains(URI.create("https://example.org/2"));
              assertThat(item.id()).isEqualTo("urn:2");
              assertThat(item.summary()).isEqualTo("As expected");
            });
  }

  @Test
  void whatIsNoFeedOrHasNoTimeIsRefusedWhole() {
    for (String document :
        new String[] {
          "<rss><channel><item><title>a</title><pubDate>yesterday</pubDate></item></channel></rss>",
          "<rss><channel><item><link>https://a</link></item></channel></rss>",
          "<!DOCTYPE r [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
              + "<rss><item><title>&e;</title></item></rss>",
          "{\"items\":[]}",
          "<rss><channel><item>"
        }) {
      assertThatThrownBy(() -> told.tell(source, 0, document))
          .as(document)
          .isInstanceOf(RejectedFrameException.class);
    }
    assertThat(told.isEmpty()).isTrue();
  }

  @Test
  void aHeadlineWithoutEndIsCut() throws Exception {
    told.tell(source, 0, "<rss><item><title>" + "x ".repeat(5_000) + "</title></item></rss>");

    assertThat(told.news.get(0).headline()).hasSize(NewsItem.MAX_HEADLINE).endsWith("…");
  }
}
