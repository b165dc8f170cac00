package io.ratel.gateway.risk;

import io.ratel.exchange.view.TradingViews;
import io.ratel.gateway.operation.Answer;
import io.ratel.gateway.operation.Caller;
import io.ratel.gateway.operation.ErrorCode;
import io.ratel.gateway.operation.Field;
import io.ratel.gateway.operation.Operation;
import io.ratel.gateway.operation.RefusedException;
import io.ratel.gateway.operation.Shape;
import io.ratel.gateway.request.Acknowledged;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** What an account may lose, asked for once. */
public final class RiskResource {
  private record OneAccount(
      String id,
      @Field(
              value = "Such as 0.95; 0.99 when left out.",
              pattern = "0\\.[0-9]{1,6}",
              rule = "must be a number from 0.5 to 0.999999")
          Optional<String> confidence) {}

  private final TradingViews trading;
  private final RiskSource source;
  private final Acknowledged acknowledged;
  private final InstantSource clock;

  public RiskResource(
      TradingViews trading, RiskSource source, Acknowledged acknowledged, InstantSource clock) {
    this.trading = trading;
    this.source = source;
    this.acknowledged = acknowledged;
    this.clock = clock;
  }

  public List<Operation<?, ?>> operations() {
    return List.of(
        Operation.get(
                "getRisk",
                "/v1/accounts/{id}/risk",
                "What an account may lose within a day, and what has which part in it.")
            .refuses(ErrorCode.UNKNOWN_ACCOUNT)
            .answers(OneAccount.class, 200, Shape.of(WireRisk.class), this::risk));
  }

  private Answer<WireRisk> risk(OneAccount asked, Caller caller) {
    long accountId = caller.account(asked.id(), "id");
    double confidence = asked.confidence().map(Double::parseDouble).orElse(AccountRisk.CONFIDENCE);
    if (confidence < 0.5) {
      throw RefusedException.value(
          ErrorCode.INVALID_FIELD,
          "confidence",
          Double.toString(confidence),
          "must be a number from 0.5 to 0.999999");
    }
    acknowledged.await(accountId);
    AccountRisk risk =
        new AccountRisk(
            accountId, source, trading.balances(accountId), trading.positions(accountId));
    return Answer.ok(risk.now(clock.instant(), confidence));
  }
}
