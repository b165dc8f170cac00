/** The words of an account: how it is margined, how its positions are kept and priced. */
@NullMarked
package io.ratel.model.account;

import org.jspecify.annotations.NullMarked;
