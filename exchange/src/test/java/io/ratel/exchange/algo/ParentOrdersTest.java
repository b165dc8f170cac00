package io.ratel.exchange.algo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ratel.exchange.order.OrderTerms;
import io.ratel.model.order.Algo;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParentOrdersTest {
  private final ParentOrders parents = new ParentOrders();

  private static OrderTerms whole(long id, long quantity) {
    OrderTerms terms = new OrderTerms();
    terms.id = id;
    terms.quantity = quantity;
    return terms;
  }

  private static Split split(Algo algo, long startNs, long endNs, long intervalNs) {
    Split split = new Split();
    split.algo = algo;
    split.startNs = startNs;
    split.endNs = endNs;
    split.intervalNs = intervalNs;
    return split;
  }

  private static Split curve(long startNs, long endNs, int... weights) {
    Split split = split(Algo.VWAP, startNs, endNs, 0);
    split.weightCount = weights.length;
    System.arraycopy(weights, 0, split.weights, 0, weights.length);
    return split;
  }

  /** What each child gets when every one fills at once and the clock is on time. */
  private List<Long> children(int slot) {
    List<Long> children = new ArrayList<>();
    for (long now = parents.nextTimeNs(slot, -1);
        !parents.isOver(slot, now);
        now = parents.nextTimeNs(slot, now)) {
      long due = parents.dueQuantity(slot, now);
      children.add(due);
      fill(due);
    }
    return children;
  }

  private void fill(long lots) {
    parents.onChildPlaced(1, lots);
    parents.onChildFilled(1, lots);
  }

  @Test
  void equalSlicesGiveWhatIsOverToTheFirst() {
    int slot = parents.add(whole(1, 11), split(Algo.TWAP, 100, 141, 10), 0);
    assertThat(children(slot)).containsExactly(3L, 2L, 2L, 2L, 2L);
  }

  @Test
  void aVolumeCurveIsFollowedBucketByBucket() {
    int slot = parents.add(whole(1, 100), curve(100, 200, 5, 0, 1, 4), 0);
    assertThat(children(slot)).containsExactly(50L, 0L, 10L, 40L);
  }

  @Test
  void whatASliceDidNotTradeIsAddedToTheNext() {
    int slot = parents.add(whole(1, 30), split(Algo.TWAP, 0, 30, 10), 0);
    assertThat(parents.dueQuantity(slot, 0)).isEqualTo(10);
    parents.onChildPlaced(1, 10);
    parents.onChildFilled(1, 4);
    assertThat(parents.dueQuantity(slot, 0)).as("the rest works already").isZero();
    parents.onChildGone(1, 6);
    assertThat(parents.dueQuantity(slot, 10)).isEqualTo(16);
    assertThat(parents.nextTimeNs(slot, 10)).isEqualTo(20);
    assertThat(parents.nextTimeNs(slot, 29)).isEqualTo(30);
    assertThat(parents.dueQuantity(slot, 29)).isEqualTo(26);
    assertThat(parents.isOver(slot, 29)).isFalse();
    assertThat(parents.isOver(slot, 30)).isTrue();
    assertThat(parents.dueQuantity(slot, 30)).isZero();
    assertThat(parents.left(slot)).isEqualTo(26);
  }

  @Test
  void aShareIsOneOfWhatOthersTradedSinceTheStart() {
    Split share = split(Algo.POV, 50, 1_000, 10);
    share.participationPpm = 200_000;
    parents.onTraded(0, 1_000_000);
    int slot = parents.add(whole(1, 100), share, 10);
    parents.onTraded(0, 500);
    assertThat(parents.dueQuantity(slot, 50)).isZero();
    parents.onTraded(0, 104);
    parents.onTraded(3, 999);
    assertThat(parents.dueQuantity(slot, 60)).isEqualTo(20);
    fill(20);
    parents.onTraded(0, 20);
    assertThat(parents.dueQuantity(slot, 70)).as("its own trades are not others'").isZero();
    parents.onTraded(0, 6);
    assertThat(parents.dueQuantity(slot, 80)).isEqualTo(2);
    parents.onTraded(0, 100_000);
    assertThat(parents.dueQuantity(slot, 90)).as("no more than the whole").isEqualTo(80);
  }

  @Test
  void childrenOfMoreThanTheWholeAreAnError() {
    parents.add(whole(1, 10), split(Algo.TWAP, 0, 10, 10), 0);
    parents.onChildPlaced(1, 10);
    assertThatThrownBy(() -> parents.onChildPlaced(1, 1)).hasMessageContaining("order 1 of 10");
    assertThatThrownBy(() -> parents.onChildFilled(1, 11)).hasMessageContaining("order 1 of 10");
    parents.remove(parents.find(1));
    parents.onChildFilled(1, 11);
    assertThat(parents.size()).isZero();
  }

  @Test
  void whatCannotBeSplitIsRefused() {
    Split backwards = split(Algo.TWAP, 20, 10, 1);
    Split withoutShare = split(Algo.POV, 0, 10, 1);
    Split tooFast = split(Algo.TWAP, 0, 10, 0);
    Split tooShort = curve(0, 1, 1, 1);
    Split empty = curve(0, 10, 0, 0);
    Split negative = curve(0, 10, -1, 5);
    assertThat(List.of(backwards, withoutShare, tooFast, tooShort, empty, negative))
        .allSatisfy(
            split -> {
              assertThat(split.isValid()).isFalse();
              assertThatThrownBy(() -> parents.add(whole(1, 5), split, 0))
                  .hasMessageContaining("cannot be split");
            });
    assertThatThrownBy(() -> parents.add(whole(1, 0), split(Algo.TWAP, 0, 10, 1), 0))
        .hasMessageContaining("of 0");
  }
}
