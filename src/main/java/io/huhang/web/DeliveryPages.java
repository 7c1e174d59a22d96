package io.huhang.web;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.huhang.attachment.Attachments;
import io.huhang.attachment.PackageEdition;
import io.huhang.attachment.PackageItem;
import io.huhang.attachment.StoredFile;
import io.huhang.organization.Authorities;
import io.huhang.organization.Person;
import io.huhang.recommendation.Deliveries;
import io.huhang.recommendation.Delivery;
import io.huhang.recommendation.ElectronicDelivery;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What the link of a delivery opens, behind the login, as long as it works. */
@Controller
class DeliveryPages {

	private final Access access;

	private final Deliveries deliveries;

	private final ElectronicDelivery delivery;

	private final DeliveryLines lines;

	private final Attachments attachments;

	private final Authorities authorities;

	private final Clock clock;

	DeliveryPages(Access access, Deliveries deliveries, ElectronicDelivery delivery, DeliveryLines lines,
			Attachments attachments, Authorities authorities, Clock clock) {
		this.access = access;
		this.deliveries = deliveries;
		this.delivery = delivery;
		this.lines = lines;
		this.attachments = attachments;
		this.authorities = authorities;
		this.clock = clock;
	}

	/**
	 * A file by the path that it has in the package, and whether the reader may open it.
	 */
	record Line(FileView view, boolean open) {
	}

	@GetMapping("/deliveries/{id}")
	String read(@PathVariable UUID id, Model model, Person person, HttpServletResponse response) {
		Delivery found = this.deliveries.find(id).orElseThrow(MissingException::new);
		String number = this.access.readRecommendation(found.recommendationNumber(), person).number();
		model.addAttribute("number", number);
		model.addAttribute("authorityName",
				this.authorities.names(this.access.readRecommendation(number, person).authorities()));
		model.addAttribute("line", this.lines.of(found, person));
		if (found.isExpired(this.clock.instant())) {
			response.setStatus(HttpStatus.GONE.value());
			model.addAttribute("maySend", Access.maySendAgain(person));
			return "delivery-expired";
		}
		if (!this.access.mayRead(found, person)) {
			response.setStatus(HttpStatus.GONE.value());
			return "delivery-closed";
		}
		model.addAttribute("whole", found.isWhole() ? whole(found) : List.of());
		model.addAttribute("files", this.delivery.files(found).stream().map(item -> line(item, person)).toList());
		return "delivery";
	}

	private List<FileView> whole(Delivery found) {
		return List.of(PackageEdition.PACKAGE, PackageEdition.MANIFEST)
			.stream()
			.map(kind -> this.attachments.kept(found.recommendationNumber(),
					new PackageEdition(found.edition()).slot(kind), found.version()))
			.flatMap(Optional::stream)
			.map(FileView::of)
			.toList();
	}

	private Line line(PackageItem item, Person person) {
		StoredFile file = item.file();
		return new Line(FileView.of(file).named(item.path()), this.access.mayRead(file, person));
	}

}
