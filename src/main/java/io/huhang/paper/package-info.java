/**
 * 纸质材料：逐件清点、缺件、补齐，名单和地区申报共用。 Counts paper piece by piece, round by round, for lists and
 * regions alike.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = { "campaign", "document", "draft" })
package io.huhang.paper;
