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
import io.ratel.model.account.KillScope;
import io.ratel.model.instrument.Instrument;
import io.ratel.model.instrument.Step;
import io.ratel.model.order.RejectReason;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the operator of the venue sets and does. */
public final class OperatorResource {
  private static final long NS_PER_US = 1_000;
  private static final long WAIT_MS = 250;

  private record KillSwitch(
      KillScope scope,
      @Field("An account, a symbol, or anything for the venue.") String id,
      @Field("Engaged, it cancels and refuses orders; canceling stays possible.")
          Boolean engaged) {}

  /** What was done, and the event that tells of it. */
  private record Done(String symbol, long sequence, Instant time) {}

  private record Switched(KillScope scope, String id, boolean engaged, long sequence) {}

  private final OrderEntry exchange;
  private final TradingViews views;
  private final Catalog catalog;
  private final InstantSource clock;

  public OperatorResource(
      OrderEntry exchange, TradingViews views, Catalog catalog, InstantSource clock) {
    this.exchange = exchange;
    this.views = views;
    this.catalog = catalog;
    this.clock = clock;
  }

  public List<Operation<?, ?>> operations() {
    return List.of(
        put("setTerms", "terms", "Sets fees, margins, band, dealing, expiry and financing.")
            .refuses(codes(RejectReason.INVALID_TERMS, RejectReason.IN_USE))
            .answers(MarketRequests.Terms.class, 200, Shape.of(Done.class), this::terms),
        put("setState", "state", "Opens, halts or closes a market, or begins an auction.")
            .refuses(codes(RejectReason.NOT_IN_THIS_STATE))
            .answers(MarketRequests.State.class, 200, Shape.of(Done.class), this::state),
        put("setCalendar", "calendar", "Sets the week of a market and its closed days.")
            .refuses(codes(RejectReason.INVALID_TERMS))
            .answers(MarketRequests.Calendar.class, 200, Shape.of(Done.class), this::calendar),
        post("mark", "marks", "Tells what a market elsewhere did.")
            .refuses(codes(RejectReason.INVALID_MARK))
            .answers(MarketRequests.Mark.class, 201, Shape.of(Done.class), this::mark),
        post("fund", "funding", "Longs pay shorts, or the other way.")
            .refuses(codes(RejectReason.INVALID_TERMS, RejectReason.NO_MARK))
            .answers(MarketRequests.Funding.class, 201, Shape.of(Done.class), this::fund),
        post("settle", "settlement", "Closes all positions at a price, for good.")
            .refuses(
                codes(
                    RejectReason.NOT_IN_THIS_STATE,
                    RejectReason.INVALID_PRICE,
                    RejectReason.NO_MARK))
            .answers(MarketRequests.Settlement.class, 201, Shape.of(Done.class), this::settle),
        post("applyCorporateAction", "corporate-actions", "What a company does to its shares.")
            .refuses(
                codes(
                    RejectReason.INVALID_RATIO,
                    RejectReason.INVALID_AMOUNT,
                    RejectReason.INVALID_TERMS,
                    RejectReason.NOT_IN_THIS_STATE,
                    RejectReason.IN_USE,
                    RejectReason.ALREADY_LISTED,
                    RejectReason.MALFORMED))
            .answers(MarketRequests.Action.class, 201, Shape.of(Done.class), this::act),
        Operation.put(
                "setKillSwitch",
                "/v1/kill-switches/{scope}/{id}",
                "Stops or lets go the trading of an account, an instrument or the venue.")
            .refuses(
                ErrorCode.UNKNOWN_ACCOUNT,
                ErrorCode.UNKNOWN_INSTRUMENT,
                ErrorCode.EXCHANGE_UNAVAILABLE)
            .answers(KillSwitch.class, 200, Shape.of(Switched.class), this::kill));
  }

  private static Operation.Draft put(String name, String what, String summary) {
    return Operation.put(name, "/v1/instruments/{symbol}/" + what, summary)
        .auditsOperators("getInstrument");
  }

  private static Operation.Draft post(String name, String what, String summary) {
    return Operation.post(name, "/v1/instruments/{symbol}/" + what, summary)
        .auditsOperators("getInstrument");
  }

  private static ErrorCode[] codes(RejectReason... reasons) {
    ErrorCode[] codes = new ErrorCode[reasons.length + 2];
    codes[0] = ErrorCode.UNKNOWN_INSTRUMENT;
    codes[1] = ErrorCode.EXCHANGE_UNAVAILABLE;
    for (int i = 0; i < reasons.length; i++) {
      codes[i + 2] = ErrorCode.of(reasons[i]);
    }
    return codes;
  }

  private Instrument own(String symbol) {
    return Symbols.own(catalog, symbol);
  }

  /** Sends, and waits until the tables show it, so that the operator's next look does too. */
  private Done done(String symbol, Command command, Map<String, String> sent) {
    Reply reply = exchange.submit(command);
    if (reply.refused()) {
      throw Refusals.of(reply.reason(), sent);
    }
    views.await(reply.sequence(), WAIT_MS);
    return new Done(symbol, reply.sequence(), Times.instant(reply.timestampNs()));
  }

  private Answer<Done> terms(MarketRequests.Terms request, Caller operator) {
    Instrument of = own(request.symbol());
    Command command = new Command.SetMarketTerms(of.id(), request.of(of.quote()));
    return Answer.ok(done(request.symbol(), command, Map.of("symbol", request.symbol())));
  }

  private Answer<Done> state(MarketRequests.State request, Caller operator) {
    Command command = new Command.SetTradingState(own(request.symbol()).id(), request.state());
    return Answer.ok(done(request.symbol(), command, Map.of("symbol", request.symbol())));
  }

  private Answer<Done> calendar(MarketRequests.Calendar request, Caller operator) {
    Command command = request.of(own(request.symbol()).id());
    return Answer.ok(done(request.symbol(), command, Map.of("symbol", request.symbol())));
  }

  private Answer<Done> mark(MarketRequests.Mark request, Caller operator) {
    Instrument of = own(request.symbol());
    long last = ticks("last", of.tick(), request.last());
    long timeNs = Times.nanos(request.time().orElseGet(clock::instant));
    long sequence = request.sequence().orElse(timeNs / NS_PER_US);
    Command command =
        new Command.Mark(
            of.id(),
            last,
            request.low().map(value -> ticks("low", of.tick(), value)).orElse(last),
            request.high().map(value -> ticks("high", of.tick(), value)).orElse(last),
            sequence,
            sequence,
            timeNs);
    return Answer.created(done(request.symbol(), command, Map.of("last", request.last().text())));
  }

  private static long ticks(String field, Step tick, Decimal value) {
    return Amounts.steps(ErrorCode.INVALID_MARK, field, tick, value);
  }

  private Answer<Done> fund(MarketRequests.Funding request, Caller operator) {
    int rate = Amounts.ppm(ErrorCode.INVALID_TERMS, "rate", request.rate());
    Command command = new Command.Fund(own(request.symbol()).id(), rate);
    return Answer.created(done(request.symbol(), command, Map.of("symbol", request.symbol())));
  }

  private Answer<Done> settle(MarketRequests.Settlement request, Caller operator) {
    Instrument of = own(request.symbol());
    Optional<Decimal> price = request.price();
    long ticks =
        price
            .map(value -> Amounts.steps(ErrorCode.INVALID_PRICE, "price", of.tick(), value))
            .orElse(0L);
    Map<String, String> sent =
        Map.of("symbol", request.symbol(), "price", price.map(Decimal::text).orElse(""));
    return Answer.created(done(request.symbol(), new Command.Settle(of.id(), ticks), sent));
  }

  private Answer<Done> act(MarketRequests.Action request, Caller operator) {
    Instrument of = own(request.symbol());
    Command command = new Command.ApplyCorporateAction(of.id(), request.of(of, catalog));
    Done done = done(request.symbol(), command, Map.of("symbol", request.symbol()));
    catalog.instruments();
    return Answer.created(done);
  }

  private Answer<Switched> kill(KillSwitch request, Caller operator) {
    long id =
        switch (request.scope()) {
          case ACCOUNT -> operator.accountToFund(request.id(), "id");
          case INSTRUMENT -> own(request.id()).id();
          case VENUE -> 0;
        };
    Reply reply =
        exchange.submit(new Command.SetKillSwitch(request.scope(), id, request.engaged()));
    if (reply.refused()) {
      throw RefusedException.value(
          ErrorCode.of(reply.reason()), "id", request.id(), reply.reason().rule());
    }
    views.await(reply.sequence(), WAIT_MS);
    return Answer.ok(
        new Switched(request.scope(), request.id(), request.engaged(), reply.sequence()));
  }
}
