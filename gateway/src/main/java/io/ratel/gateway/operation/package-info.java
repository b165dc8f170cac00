/**
 * What the doors offer. An {@link io.ratel.gateway.operation.Operation} is declared once, with its
 * name, path, permission, request record, response and refusals; routing, strict binding, the
 * permission check, the OpenAPI document and the list of errors are all read from that declaration.
 */
@NullMarked
package io.ratel.gateway.operation;

import org.jspecify.annotations.NullMarked;
