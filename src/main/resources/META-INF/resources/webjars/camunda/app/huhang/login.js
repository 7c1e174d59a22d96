// One login for everything: whoever is logged out stands at the portal's login, not at a webapp's own.
const portal = document.querySelector('base').getAttribute('app-root').replace(/\/camunda$/, '');
let leaving = false;

function leaveTo(page) {
  return event => {
    event.preventDefault();
    // A logout is followed by the webapp's own question for a login.
    if (!leaving) {
      leaving = true;
      window.location.assign(portal + page);
    }
  };
}

window.angular.module('cam.commons').run(['$rootScope', $rootScope => {
  $rootScope.$on('authentication.logout.success', leaveTo('/login?logout'));
  $rootScope.$on('authentication.login.required', leaveTo('/login'));
}]);
