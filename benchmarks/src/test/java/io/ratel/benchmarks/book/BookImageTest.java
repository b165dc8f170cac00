package io.ratel.benchmarks.book;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BookImageTest {
  private static BookImage image(long... bids) {
    BookImage.Builder image = new BookImage.Builder();
    image.add(false, 20, 1, 1);
    for (long bid : bids) {
      image.add(true, bid, 5, 2);
    }
    return image.build();
  }

  @Test
  void booksThatDifferAreNamedByTheirFirstLevelThatDoes() {
    assertThatCode(() -> image(10, 9).mustEqual(image(10, 9), "peer")).doesNotThrowAnyException();
    assertThatThrownBy(() -> image(10, 9).mustEqual(image(10, 8), "peer"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("price=9")
        .hasMessageContaining("of peer")
        .hasMessageContaining("price=8");
    assertThatThrownBy(() -> image(10, 9).mustEqual(image(10), "peer"))
        .hasMessageContaining("3 levels, but peer 2");
  }
}
