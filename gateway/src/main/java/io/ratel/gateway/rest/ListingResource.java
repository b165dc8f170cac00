package io.ratel.gateway.rest;

import io.ratel.exchange.OrderEntry;
import io.ratel.exchange.Reply;
import io.ratel.exchange.command.Command;
import io.ratel.exchange.view.TradingViews;
import io.ratel.gateway.catalog.Catalog;
import io.ratel.gateway.operation.Answer;
import io.ratel.gateway.operation.Caller;
import io.ratel.gateway.operation.Decimal;
import io.ratel.gateway.operation.ErrorCode;
import io.ratel.gateway.operation.Field;
import io.ratel.gateway.operation.Operation;
import io.ratel.gateway.operation.RefusedException;
import io.ratel.gateway.operation.Shape;
import io.ratel.gateway.request.Amounts;
import io.ratel.gateway.request.Refusals;
import io.ratel.gateway.request.Symbols;
import io.ratel.gateway.wire.Times;
import io.ratel.model.instrument.Instrument;
import io.ratel.model.instrument.InstrumentKind;
import io.ratel.model.instrument.Step;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.money.Asset;
import io.ratel.model.order.RejectReason;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the operator adds to what can be held and traded. Nothing is ever taken off the lists; the
 * same again with the same terms is answered as the first time.
 */
public final class ListingResource {
  private static final long WAIT_MS = 250;
  private static final int MAX_DECIMALS = 18;
  private static final int USUAL_COLLAR_PPM = 50_000;

  private record NewAsset(
      @Field("1 to 16 of A-Z, 0-9 and '-'.") String asset,
      @Field("Of its minor unit, 0 to 18.") Long decimals) {}

  private record ListedAsset(String asset, int decimals, long sequence, Instant time) {}

  private record NewInstrument(
      @Field("One of our own: BASE-QUOTE, with -EXPIRY, -SWAP or -FUT, or one word.") String symbol,
      InstrumentKind kind,
      @Field("A listed asset.") String base,
      @Field("Another one, in which prices are.") String quote,
      @Field("Of a price. With lotSize and multiplier a whole number of the quote's minor units.")
          Decimal tickSize,
      @Field("Of a quantity. With multiplier a whole number of the base's minor units.")
          Decimal lotSize,
      @Field("Of the base in one contract; 1 when left out.") Optional<Decimal> multiplier,
      @Field("Of the resting side, a fraction from 0 to 0.1; 0 when left out.")
          Optional<Decimal> makerFee,
      @Field("Of the incoming side, a fraction from 0 to 0.1; 0 when left out.")
          Optional<Decimal> takerFee,
      @Field("How far through the best price a market order may go, a fraction; 0.05 when out.")
          Optional<Decimal> collar) {}

  private record ListedInstrument(String symbol, long sequence, Instant time) {}

  private final OrderEntry exchange;
  private final TradingViews views;
  private final Catalog catalog;

  public ListingResource(OrderEntry exchange, TradingViews views, Catalog catalog) {
    this.exchange = exchange;
    this.views = views;
    this.catalog = catalog;
  }

  public List<Operation<?, ?>> operations() {
    return List.of(
        Operation.post("listAsset", "/v1/assets", "Makes an asset known.")
            .refuses(
                ErrorCode.ALREADY_LISTED, ErrorCode.LIMIT_REACHED, ErrorCode.EXCHANGE_UNAVAILABLE)
            .answers(NewAsset.class, 201, Shape.of(ListedAsset.class), this::asset),
        Operation.post(
                "listInstrument",
                "/v1/instruments",
                "Opens a market; its margins, band and dealing are set by its terms.")
            .refuses(
                ErrorCode.UNKNOWN_ASSET,
                ErrorCode.INVALID_TERMS,
                ErrorCode.ALREADY_LISTED,
                ErrorCode.LIMIT_REACHED,
                ErrorCode.EXCHANGE_UNAVAILABLE)
            .answers(NewInstrument.class, 201, Shape.of(ListedInstrument.class), this::instrument));
  }

  /** Takes an answer that is no refusal, and waits until the tables show it. */
  private Reply done(Reply reply, Map<String, String> sent) {
    if (reply.refused()) {
      throw Refusals.of(reply.reason(), sent);
    }
    views.await(reply.sequence(), WAIT_MS);
    catalog.instruments();
    return reply;
  }

  private Answer<ListedAsset> asset(NewAsset request, Caller operator) {
    if (request.decimals() < 0 || request.decimals() > MAX_DECIMALS) {
      throw RefusedException.value(
          ErrorCode.INVALID_FIELD,
          "decimals",
          Long.toString(request.decimals()),
          "must be 0 to " + MAX_DECIMALS);
    }
    int decimals = Math.toIntExact(request.decimals());
    requireCode("asset", request.asset());
    Reply reply =
        done(
            exchange.submit(new Command.ListAsset(request.asset(), decimals)),
            Map.of("symbol", request.asset(), "asset", request.asset()));
    return Answer.created(
        new ListedAsset(
            request.asset(), decimals, reply.sequence(), Times.instant(reply.timestampNs())));
  }

  private static Asset requireCode(String field, String code) {
    try {
      return new Asset(0, code, 0);
    } catch (IllegalArgumentException e) {
      throw RefusedException.value(
          ErrorCode.INVALID_FIELD, field, code, "must be 1 to 16 characters of A-Z, 0-9 and '-'");
    }
  }

  private Answer<ListedInstrument> instrument(NewInstrument request, Caller operator) {
    String symbol =
        Symbols.parse(request.symbol())
            .filter(parsed -> parsed.venue().isEmpty())
            .map(Symbol::text)
            .orElseThrow(
                () ->
                    RefusedException.value(
                        ErrorCode.INVALID_FIELD,
                        "symbol",
                        request.symbol(),
                        "must be a symbol of our own, at most " + Symbol.MAX_LENGTH + " long"));
    requireCode("base", request.base());
    requireCode("quote", request.quote());
    if (request.base().equals(request.quote())) {
      throw RefusedException.value(
          ErrorCode.INVALID_TERMS, "quote", request.quote(), "must not be the base");
    }
    Command command =
        new Command.ListInstrument(
            symbol,
            request.kind(),
            request.base(),
            request.quote(),
            step("tickSize", request.tickSize()),
            step("lotSize", request.lotSize()),
            ppm("makerFee", request.makerFee(), 0, 0, Instrument.MAX_FEE_PPM),
            ppm("takerFee", request.takerFee(), 0, 0, Instrument.MAX_FEE_PPM),
            ppm("collar", request.collar(), USUAL_COLLAR_PPM, 1, 1_000_000),
            request.multiplier().map(size -> step("multiplier", size)).orElse(Instrument.ONE));
    Map<String, String> sent =
        Map.of("symbol", symbol, "asset", request.base() + ", " + request.quote());
    Reply reply = exchange.submit(command);
    if (reply.reason() == RejectReason.MALFORMED) {
      throw RefusedException.value(
          ErrorCode.INVALID_TERMS,
          "tickSize",
          request.tickSize().text(),
          "with lotSize and multiplier must be a whole number of minor units of %s, and without it"
                  .formatted(request.quote())
              + " of "
              + request.base());
    }
    done(reply, sent);
    return Answer.created(
        new ListedInstrument(symbol, reply.sequence(), Times.instant(reply.timestampNs())));
  }

  private static Step step(String field, Decimal size) {
    try {
      return Step.of(size.text());
    } catch (IllegalArgumentException e) {
      throw RefusedException.value(
          ErrorCode.INVALID_TERMS,
          field,
          size.text(),
          "must be positive, with at most " + MAX_DECIMALS + " decimals");
    }
  }

  private static int ppm(String field, Optional<Decimal> value, int usual, int min, int max) {
    int ppm = value.map(given -> Amounts.ppm(ErrorCode.INVALID_TERMS, field, given)).orElse(usual);
    if (ppm < min || ppm > max) {
      throw RefusedException.value(
          ErrorCode.INVALID_TERMS,
          field,
          value.map(Decimal::text).orElse(""),
          "must lie within %s and %s millionths".formatted(min, max));
    }
    return ppm;
  }
}
