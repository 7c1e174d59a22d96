package io.huhang.web;

import java.util.Optional;

import io.huhang.electronic.ElectronicSet;
import io.huhang.organization.Authorities;
import io.huhang.recommendation.ListElectronicSet;
import io.huhang.recommendation.Recommendation;
import io.huhang.recommendation.Recommendations;
import io.huhang.region.RegionApplications;
import io.huhang.region.RegionDispatches;
import io.huhang.region.RegionDispatches.Dispatch;
import io.huhang.region.RegionElectronicSet;

import org.springframework.stereotype.Component;

/**
 * Whose electronic set a number names, a list's or a region's application's, as the forms
 * about it show it.
 */
@Component
class ElectronicSets {

	private final Recommendations recommendations;

	private final ListElectronicSet lists;

	private final RegionApplications applications;

	private final RegionDispatches dispatches;

	private final RegionElectronicSet regions;

	private final Authorities authorities;

	ElectronicSets(Recommendations recommendations, ListElectronicSet lists, RegionApplications applications,
			RegionDispatches dispatches, RegionElectronicSet regions, Authorities authorities) {
		this.recommendations = recommendations;
		this.lists = lists;
		this.applications = applications;
		this.dispatches = dispatches;
		this.regions = regions;
		this.authorities = authorities;
	}

	/**
	 * Who has sent what.
	 *
	 * @param sender how people call them
	 * @param link to the page of what the set belongs to
	 * @param listNumber the list in whose package it went along, or empty
	 */
	record Head(String number, String authorityName, String sender, String link, String listNumber) {
	}

	ElectronicSet of(String number) {
		return this.recommendations.find(number).isPresent() ? this.lists : this.regions;
	}

	Head head(String number) {
		Optional<Recommendation> list = this.recommendations.find(number);
		return new Head(number,
				this.authorities.names(list.map(Recommendation::authorities)
					.orElseGet(() -> this.applications.get(number).authorities())),
				of(number).sender(), (list.isPresent() ? "/recommendations/" : "/regions/") + number,
				this.dispatches.find(number).map(Dispatch::listNumber).orElse(""));
	}

}
