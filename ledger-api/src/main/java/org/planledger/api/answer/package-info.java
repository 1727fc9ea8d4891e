/// How answers are written, and the values that many of them share.
@NullMarked
package org.planledger.api.answer;

import org.jspecify.annotations.NullMarked;
