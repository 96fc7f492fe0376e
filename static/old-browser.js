// Only browsers without modules run this, so it is written in their language.
(function () {
  var status = document.getElementById("boot-status");
  if (status) {
    status.setAttribute("role", "alert");
    status.innerText =
      "This browser is too old for Shorecast. Please use Chrome or Edge 91, Firefox 89, Safari 16.4, or newer.";
  }
})();
