package io.ratel.gateway.market;

import io.ratel.gateway.operation.Answer;
import io.ratel.gateway.operation.Caller;
import io.ratel.gateway.operation.ErrorCode;
import io.ratel.gateway.operation.Field;
import io.ratel.gateway.operation.Items;
import io.ratel.gateway.operation.Nothing;
import io.ratel.gateway.operation.Operation;
import io.ratel.gateway.operation.RefusedException;
import io.ratel.gateway.operation.Shape;
import io.ratel.marketdata.MarketViews;
import java.util.List;

/** What a pair costs over all the venues that trade it. */
public final class PairsResource {
  private record OnePair(@Field("BASE-QUOTE.") String pair) {}

  private final MarketViews markets;

  public PairsResource(MarketViews markets) {
    this.markets = markets;
  }

  public List<Operation<?, ?>> operations() {
    return List.of(
        Operation.get(
                "listPairs",
                "/v1/pairs",
                "Every pair over all its markets: the best bid and ask of the good ones.")
            .answers(
                Nothing.class,
                200,
                Shape.listOf(WirePair.class),
                (query, caller) ->
                    Answer.ok(Items.all(markets.pairs().stream().map(WirePair::of).toList()))),
        Operation.get("getPair", "/v1/pairs/{pair}", "One pair over all its markets.")
            .refuses(ErrorCode.UNKNOWN_MARKET)
            .answers(OnePair.class, 200, Shape.of(WirePair.class), this::pair));
  }

  private Answer<WirePair> pair(OnePair query, Caller caller) {
    return Answer.ok(
        markets
            .pair(query.pair())
            .map(WirePair::of)
            .orElseThrow(
                () ->
                    RefusedException.value(
                        ErrorCode.UNKNOWN_MARKET,
                        "pair",
                        query.pair(),
                        "must be a pair listed at /v1/pairs")));
  }
}
