package io.ratel.gateway.rest;

import io.ratel.exchange.reconciliation.Reconciler;
import io.ratel.gateway.operation.Answer;
import io.ratel.gateway.operation.Caller;
import io.ratel.gateway.operation.Nothing;
import io.ratel.gateway.operation.Operation;
import io.ratel.gateway.operation.Shape;
import io.ratel.gateway.report.WireReconciliation;
import java.util.List;

/** Whether the tables say what the exchange says. */
public final class ReconciliationResource {
  private final Reconciler reconciler;

  public ReconciliationResource(Reconciler reconciler) {
    this.reconciler = reconciler;
  }

  public List<Operation<?, ?>> operations() {
    return List.of(
        Operation.get(
                "reconcile",
                "/v1/reconciliation",
                "Compares the tables with the exchange and names each difference; who asks while"
                    + " a comparison runs gets its result.")
            .answers(Nothing.class, 200, Shape.of(WireReconciliation.class), this::reconcile));
  }

  private Answer<WireReconciliation> reconcile(Nothing query, Caller operator) {
    return Answer.ok(WireReconciliation.of(reconciler.run()));
  }
}
